// @vitest-environment node
import { expect, test } from 'vitest';
import { checkOf, claims, findings, findingWith } from '../../gallery/credentialFixtures.ts';
import checks from '../../messages/checks.en.json' with { type: 'json' };
import { writeReport } from './reportText.ts';
import { explainChange, explainCheck, explainVerdict } from './words.ts';

test('every code of a check can be said, whatever detail comes with it or is missing', () => {
  for (const code of Object.keys(checks)) {
    const words = explainCheck(checkOf('format', 'failed', code), findingWith({}));
    expect(words, code).toMatch(/^\S.*[.?]$/s);
    expect(words, code).not.toContain('{');
  }
});

test('a code that the site does not know yet is told by what it means for the reader', () => {
  expect(explainCheck(checkOf('status', 'unknown', 'status_of_the_future'), findingWith({}))).toMatch(
    /may have been withdrawn/,
  );
});

test('an issuer is called by the name under which it is trusted, not by what a document calls it', () => {
  const finding = findingWith({ claims: { ...claims, issuerName: 'The Python Software Foundation' } });
  expect(explainVerdict(finding)).toContain('Example Examination Board');
  expect(explainVerdict(finding)).not.toContain('Foundation');
});

test('words of strangers cannot turn a sentence of ours round, nor flood it', () => {
  const turned = checkOf('format', 'failed', 'suite_not_supported', { suite: '\u202eevil' });
  expect(explainCheck(turned, findingWith({}))).toContain('(\u2068\u202eevil\u2069)');
  const endless = checkOf('issuer', 'failed', 'issuer_not_trusted', { issuer: 'x'.repeat(10_000) });
  expect(explainCheck(endless, findingWith({})).length).toBeLessThan(300);
});

test('dates within a sentence are written as people write them, and what is no date as it stands', () => {
  const until = (validUntil: string) =>
    explainCheck(checkOf('dates', 'failed', 'expired', { validUntil }), findingWith({}));
  expect(until('2026-10-01T00:00:00.000Z')).toBe('It was valid until 1 October 2026.');
  expect(until('soon')).toBe('It was valid until soon.');
});

test('when and why is told of what was withdrawn, and of nothing else', () => {
  const change = { at: '2026-11-21T09:00:00.000Z', reason: 'irregularity' as const };
  expect(explainChange({ verdict: 'revoked', change })).toBe(
    'Revoked on 21 November 2026: irregularities in the exam.',
  );
  expect(explainChange({ verdict: 'valid', change })).toBeNull();
});

test.each(findings)(
  'the report on $name can be copied as plain text with its verdict, checks and claims',
  ({ name, finding }) => {
    const text = writeReport(finding, name);
    expect(text.startsWith(`${name}\n`)).toBe(true);
    for (const check of finding.checks) expect(text).toContain(explainCheck(check, finding));
    if (finding.claims !== null) expect(text).toContain(finding.claims.name);
    expect(text).toMatch(/on 22 November 2026 at \d\d:\d\d\.\n$/);
  },
);
