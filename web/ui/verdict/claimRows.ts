import type { Claims } from '@pyladder/credentials';
import { t } from '../../messages/verdict.ts';
import { dayOf } from './words.ts';

const DATES = new Set<keyof Claims>(['validFrom', 'validUntil']);
const TERMS = [
  'name',
  'achievementName',
  'description',
  'criteria',
  'issuerName',
  'issuerId',
  'validFrom',
  'validUntil',
  'id',
] as const;

/** What a credential says of itself, as pairs to show; what it leaves out, or says twice, is left out. */
export function claimRows(claims: Claims): [string, string][] {
  const rows: [string, string][] = [];
  for (const term of TERMS) {
    const value = claims[term];
    if (value === null || value === '' || (term === 'achievementName' && value === claims.name)) continue;
    rows.push([t(`claims.${term}`), DATES.has(term) ? dayOf(value) : value]);
  }
  return rows;
}
