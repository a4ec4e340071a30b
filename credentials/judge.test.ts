import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Finding, type Findings, finding, judge } from './judge.ts';

const passed = finding('passed', 'fine');
const good: Findings = { format: passed, signature: passed, issuer: passed, status: passed, dates: passed };
const failed = (code: string): Finding => finding('failed', code);

test('a credential of which everything holds is valid', () => {
  expect(judge(good, null)).toMatchObject({ verdict: 'valid', complete: true });
});

test.each([
  ['not_understood', { format: failed('not_json') }],
  ['forged', { signature: failed('signature_broken') }],
  ['unknown_issuer', { issuer: failed('issuer_not_trusted') }],
  ['revoked', { status: failed('revoked') }],
  ['suspended', { status: failed('suspended') }],
  ['expired', { dates: failed('expired') }],
] as const)('one thing that fails makes it %s', (verdict, found) => {
  expect(judge({ ...good, ...found }, null).verdict).toBe(verdict);
});

test('what a person is told is the gravest of what was found, in the order of trust', () => {
  const order = ['format', 'signature', 'issuer', 'status', 'dates'] as const;
  const verdicts = ['not_understood', 'forged', 'unknown_issuer', 'revoked', 'expired'];
  fc.assert(
    fc.property(fc.subarray([...order], { minLength: 1 }), (failing) => {
      const found = Object.fromEntries(failing.map((name) => [name, failed(name === 'status' ? 'revoked' : 'x')]));
      const first = order.findIndex((name) => failing.includes(name));
      expect(judge({ ...good, ...found }, null).verdict).toBe(verdicts[first]);
    }),
  );
});

test('what could not be looked at is never passed over in silence', () => {
  for (const name of ['signature', 'issuer', 'status', 'dates'] as const) {
    const report = judge({ ...good, [name]: finding('unknown', 'not_asked') }, null);
    expect(report.complete, name).toBe(false);
  }
  expect(judge({ ...good, status: finding('failed', 'suspended', { unchecked: 'revocation' }) }, null).complete).toBe(
    false,
  );
});

test('what was not reached is in the report as skipped', () => {
  const report = judge({ format: failed('not_json'), signature: null, issuer: null, status: null, dates: null }, null);
  expect(report.checks.map(({ result }) => result)).toEqual(['failed', 'skipped', 'skipped', 'skipped', 'skipped']);
  expect(report.complete).toBe(true);
});
