import type { Check, Report } from '@pyladder/credentials';
import { findCheckSentence } from '../../messages/checks.ts';
import { formatDate, formatDay } from '../../messages/formats.ts';
import { explainReason } from '../../messages/standing.ts';
import { t } from '../../messages/verdict.ts';
import { type Finding, type Shade, shadeOf } from './finding.ts';

/** What a stranger's document or a check may leave unsaid, so that a sentence about it can still be written. */
const UNSAID = {
  address: '–',
  created: '–',
  field: '–',
  issuer: '–',
  name: '–',
  suite: '–',
  validFrom: '–',
  validUntil: '–',
};

const DATES = new Set(['created', 'validFrom', 'validUntil']);
const LONGEST = 200;

/** Letters that are written from the right, and marks that turn the direction: kept from turning our own words round. */
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What the issuer is called: by the name under which it is trusted, for anybody can call themselves anything. */
function issuerOf({ claims, checks }: Pick<Report, 'claims' | 'checks'>): string {
  const trusted = checks.find(({ name, result }) => name === 'issuer' && result === 'passed')?.detail.name;
  return shown(trusted ?? claims?.issuerName ?? claims?.issuerId ?? t('lead.issuer'));
}

/** The verdict in two or three words, for lists. */
export function nameShade(shade: Shade): string {
  return t(`short.${shade}`);
}

/** The verdict in a sentence or two. */
export function explainVerdict(report: Report): string {
  return t(`lead.${shadeOf(report)}`, { issuer: issuerOf(report) });
}

/** What was looked at, what came out, what that means: a sentence by the check's own code, or by its result. */
export function explainCheck(check: Check, report: Pick<Report, 'claims' | 'checks'>): string {
  const detail = Object.entries(check.detail).map(([key, value]) => [
    key,
    DATES.has(key) ? dayOf(value) : shown(value),
  ]);
  const values = { ...UNSAID, issuer: issuerOf(report), ...Object.fromEntries(detail) };
  return findCheckSentence(check.code, values) ?? t(`words.${check.name}.${check.result}`, values);
}

/** When and why it was withdrawn, or null where that is not known. */
export function explainChange({ verdict, change }: Pick<Finding, 'verdict' | 'change'>): string | null {
  if (change === null || (verdict !== 'revoked' && verdict !== 'suspended')) return null;
  return t(`change.${verdict}`, { day: formatDay(change.at), reason: explainReason(change.reason) });
}

/** A stranger's words within a sentence of ours. */
function shown(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return TURNING.test(short) ? `\u2068${short}\u2069` : short;
}

/** A date as people write it; what is no date, just as it stands. */
export function dayOf(value: string): string {
  return Number.isNaN(Date.parse(value)) ? shown(value) : formatDate(value);
}
