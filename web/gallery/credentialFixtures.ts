import type { CredentialPage, GetTrustedIssuers, Reply, WalletEntry } from '@pyladder/contract';
import type { Check, Claims } from '@pyladder/credentials';
import type { Finding } from '../ui/verdict/finding.ts';

/** Credentials and reports, made up but well formed, to show and to test with. */

export const CREDENTIAL_ID = '0197a3f0-0000-7000-8000-00000000c0de';
const ORIGIN = 'http://localhost';
const ISSUER = { id: 'did:web:exams.example.org', name: 'Example Examination Board', url: 'https://exams.example.org' };

export function walletEntryWith(changes: Partial<WalletEntry> = {}): WalletEntry {
  const id = changes.id ?? CREDENTIAL_ID;
  return {
    id,
    address: `${ORIGIN}/credentials/${id}`,
    credential: 'pcep',
    short: 'PCEP',
    name: 'Certified Entry-Level Python Programmer',
    isDemo: false,
    issuedAt: '2026-11-20T10:42:07.000Z',
    expiresAt: null,
    standing: 'standing',
    lastChange: null,
    replacedBy: null,
    issuerName: ISSUER.name,
    shares: { name: false, profile: false },
    hasProfile: true,
    addToProfile: 'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME',
    ...changes,
  };
}

export function credentialPageWith(changes: Partial<CredentialPage> = {}): CredentialPage {
  return {
    id: CREDENTIAL_ID,
    address: `${ORIGIN}/credentials/${CREDENTIAL_ID}`,
    credential: 'pcep',
    short: 'PCEP',
    name: 'Certified Entry-Level Python Programmer',
    isDemo: false,
    issuer: ISSUER,
    issuedAt: '2026-11-20T10:42:07.000Z',
    expiresAt: null,
    standing: 'standing',
    lastChange: null,
    replacedBy: null,
    basis: [{ credential: 'pcep', short: 'PCEP', passedAt: '2026-11-20T10:41:30.000Z' }],
    topics: [
      { id: 'basic-concepts', title: 'Basic concepts', items: 4, objectives: ['Interpreter and compiler', 'Names'] },
      { id: 'flow-control', title: 'Flow control', items: 7, objectives: ['Conditions', 'Loops with else'] },
      { id: 'functions', title: 'Functions', items: 5, objectives: ['Parameters and arguments', 'Scopes'] },
    ],
    holderName: null,
    profile: null,
    ...changes,
  };
}

export const profileShared: CredentialPage['profile'] = [
  { id: 'basic-concepts', title: 'Basic concepts', points: 4, max: 4 },
  { id: 'flow-control', title: 'Flow control', points: 6, max: 7 },
  { id: 'functions', title: 'Functions', points: 3, max: 5 },
];

/** A rung that follows from three others. */
export const grantedPage = credentialPageWith({
  credential: 'cepp',
  short: 'CEPP',
  name: 'Certified Expert in Python Programming',
  basis: [
    { credential: 'pcap', short: 'PCAP', passedAt: '2026-05-02T09:10:00.000Z' },
    { credential: 'pcpp-32-1', short: 'PCPP 32-1', passedAt: '2026-08-19T09:10:00.000Z' },
    { credential: 'pcpp-32-2', short: 'PCPP 32-2', passedAt: '2026-11-20T09:10:00.000Z' },
  ],
  topics: [],
  holderName: 'Ada Lovelace',
});

export const trustWith = (changes: Partial<Reply<typeof GetTrustedIssuers>> = {}): Reply<typeof GetTrustedIssuers> => ({
  issuers: [{ id: ISSUER.id, name: ISSUER.name, isOwn: true, isDemo: false, keys: [] }],
  unreachable: [],
  ...changes,
});

export const claims: Claims = {
  id: `${ORIGIN}/credentials/${CREDENTIAL_ID}`,
  name: 'Certified Entry-Level Python Programmer',
  description: 'Its holder can read a short Python program, say what it does, and write one that works.',
  issuerId: ISSUER.id,
  issuerName: ISSUER.name,
  achievementName: 'Certified Entry-Level Python Programmer',
  criteria: 'Passed the PCEP exam: 30 questions in 40 minutes, 70% to pass.',
  validFrom: '2026-11-20T10:42:07.000Z',
  validUntil: null,
  isDemo: false,
};

export const checkOf = (
  name: Check['name'],
  result: Check['result'],
  code: string,
  detail: Check['detail'] = {},
): Check => ({ name, result, code, detail });

const passed = {
  format: checkOf('format', 'passed', 'open_badge'),
  signature: checkOf('signature', 'passed', 'signature_holds'),
  issuer: checkOf('issuer', 'passed', 'issuer_trusted', { issuer: ISSUER.id, name: ISSUER.name }),
  status: checkOf('status', 'passed', 'standing'),
  dates: checkOf('dates', 'passed', 'without_end'),
};

/** A report in which all is in order but for the checks given. */
export function findingWith(changes: Partial<Finding>, ...others: Check[]): Finding {
  const checks = Object.values({ ...passed, ...Object.fromEntries(others.map((check) => [check.name, check])) });
  return {
    verdict: 'valid',
    complete: true,
    checks,
    claims,
    checkedAt: '2026-11-22T16:40:00.000Z',
    by: 'browser',
    change: null,
    replacedBy: null,
    ...changes,
  };
}

const unreached = (...names: Check['name'][]) => names.map((name) => checkOf(name, 'skipped', 'not_reached'));
const notRead = (code: string, known: Claims | null, detail: Check['detail'] = {}) =>
  findingWith(
    { verdict: 'not_understood', claims: known },
    checkOf('format', 'failed', code, detail),
    ...unreached('signature', 'issuer', 'status', 'dates'),
  );

/** One report for each state of the page, with the name under which it is shown. */
export const findings: readonly { name: string; finding: Finding }[] = [
  { name: 'pcep.png', finding: findingWith({}) },
  {
    name: 'pcep-offline.json',
    finding: findingWith({ complete: false }, checkOf('status', 'unknown', 'status_unreachable')),
  },
  { name: 'pcep-demo.pdf', finding: findingWith({ claims: { ...claims, isDemo: true, name: 'DEMO PCEP' } }) },
  {
    name: 'expired.json',
    finding: findingWith(
      { verdict: 'expired', claims: { ...claims, validUntil: '2026-10-01T00:00:00.000Z' } },
      checkOf('dates', 'failed', 'expired', { validUntil: '2026-10-01T00:00:00.000Z' }),
    ),
  },
  {
    name: 'suspended.svg',
    finding: findingWith(
      { verdict: 'suspended', change: { at: '2026-11-21T09:00:00.000Z', reason: 'under_review' } },
      checkOf('status', 'failed', 'suspended'),
    ),
  },
  {
    name: 'revoked.png',
    finding: findingWith(
      {
        verdict: 'revoked',
        change: { at: '2026-11-21T09:00:00.000Z', reason: 'irregularity' },
        replacedBy: `/credentials/${CREDENTIAL_ID}`,
      },
      checkOf('status', 'failed', 'revoked'),
    ),
  },
  {
    name: 'https://badges.example.net/assertions/7',
    finding: findingWith(
      { verdict: 'unknown_issuer', by: 'server', claims: { ...claims, issuerId: 'https://badges.example.net/issuer' } },
      checkOf('signature', 'unknown', 'key_not_known'),
      checkOf('issuer', 'failed', 'issuer_not_trusted', { issuer: 'https://badges.example.net/issuer' }),
      ...unreached('status'),
    ),
  },
  {
    name: 'forged.json',
    finding: findingWith(
      { verdict: 'forged', claims: { ...claims, name: 'Certified Grand Master of Everything' } },
      checkOf('signature', 'failed', 'signature_broken'),
      ...unreached('issuer', 'status', 'dates'),
    ),
  },
  { name: 'holiday.jpg', finding: notRead('looks_like_jpeg', null) },
  { name: 'old-badge.png', finding: notRead('open_badges_2', null) },
  { name: 'other-suite.json', finding: notRead('suite_not_supported', claims, { suite: 'ecdsa-sd-2023' }) },
];
