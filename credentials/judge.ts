import type { Check, Claims, Report, Verdict } from './report.ts';

/** What came of one check. */
export type Finding = Omit<Check, 'name'>;

/** What was found out about a credential; null: not looked at, because an earlier finding made it pointless. */
export type Findings = Readonly<Record<Check['name'], Finding | null>>;

/** In the order of trust: a document that is forged proves nothing, not even its own expiry. */
const order = ['format', 'signature', 'issuer', 'status', 'dates'] as const;

const skipped: Finding = { result: 'skipped', code: 'not_reached', detail: {} };

/**
 * What is to be said of a credential, from what was found out about it. Pure, so that server, browser and command agree.
 *
 * It is complete if nothing remained unknown that could still turn the verdict: a suspended credential whose
 * revocation could not be asked for may have been revoked.
 */
export function judge(findings: Findings, claims: Claims | null): Report {
  const checks = order.map((name) => ({ name, ...(findings[name] ?? skipped) }));
  const verdict = verdictOf(checks);
  const complete = checks.every(({ result, detail }) => result !== 'unknown' && detail.unchecked === undefined);
  return { verdict, complete, checks, claims };
}

function verdictOf(checks: readonly Check[]): Verdict {
  const failed = checks.find(({ result }) => result === 'failed');
  switch (failed?.name) {
    case undefined:
      return 'valid';
    case 'format':
      return 'not_understood';
    case 'signature':
      return 'forged';
    case 'issuer':
      return 'unknown_issuer';
    case 'status':
      return failed.code === 'revoked' ? 'revoked' : 'suspended';
    case 'dates':
      return 'expired';
  }
}

/** A finding, in short. */
export function finding(
  result: Finding['result'],
  code: string,
  detail: Readonly<Record<string, string>> = {},
): Finding {
  return { result, code, detail };
}
