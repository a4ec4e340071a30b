import type { CredentialPage } from '@pyladder/contract';
import { formatDate, formatDay } from '../../messages/formats.ts';
import { explainReason, t } from '../../messages/standing.ts';

export type StandingFacts = Pick<CredentialPage, 'standing' | 'lastChange' | 'issuedAt' | 'expiresAt'>;

/** Where a credential stands today: what became of it, or that its time is over. */
export type Standing = 'standing' | 'suspended' | 'revoked' | 'expired';

/** @param now the reader's time, against which an expiry is read */
export function standingAt({ standing, expiresAt }: StandingFacts, now: Date): Standing {
  if (standing !== 'standing') return standing;
  return expiresAt !== null && new Date(expiresAt) <= now ? 'expired' : 'standing';
}

/** The standing in words, with its day and reason where they are known. */
export function describeStanding(facts: StandingFacts, now: Date): string {
  const standing = standingAt(facts, now);
  const { lastChange, issuedAt, expiresAt } = facts;
  if (standing === 'standing') return t('standing.since', { issued: formatDate(issuedAt) });
  if (standing === 'expired') return t('expired.since', { expired: formatDate(expiresAt ?? issuedAt) });
  if (lastChange === null) return t(`${standing}.plain`);
  return t(`${standing}.since`, { day: formatDay(lastChange.at), reason: explainReason(lastChange.reason) });
}
