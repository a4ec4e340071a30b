import type { Claims } from '../report.ts';
import { demoTag, isMarkedDemo } from './demo.ts';
import { isRecord, type JsonRecord, listOf, textOf } from './json.ts';

/** Longer texts than this are nobody's name or description, and would only be shown. */
const longestText = 10_000;

/**
 * What a document says of itself, for showing: read the same way whether it is understood or not.
 * Null if it is so unlike a credential that there is nothing to show.
 */
export function readClaims(document: unknown): Claims | null {
  if (!isRecord(document)) return null;
  const issuerId = isRecord(document.issuer) ? document.issuer.id : document.issuer;
  if (typeof issuerId !== 'string') return null;
  const issuer = isRecord(document.issuer) ? document.issuer : {};
  const [subject] = listOf(document.credentialSubject).filter(isRecord);
  const [achievement] = listOf(subject?.achievement).filter(isRecord);
  const [criteria] = listOf(achievement?.criteria).filter(isRecord);
  const achievementName = shownText(achievement?.name);
  const name = shownText(document.name) ?? achievementName ?? '';
  return {
    id: shownText(document.id),
    name,
    description: shownText(document.description) ?? shownText(achievement?.description),
    issuerId: issuerId.slice(0, longestText),
    issuerName: shownText(issuer.name),
    achievementName,
    criteria: shownText(criteria?.narrative) ?? shownText(criteria?.id),
    validFrom: shownText(document.validFrom) ?? shownText(document.issuanceDate),
    validUntil: shownText(document.validUntil) ?? shownText(document.expirationDate),
    isDemo: isDemo(achievement, [name, achievementName, shownText(issuer.name)]),
  };
}

function isDemo(achievement: JsonRecord | undefined, names: readonly (string | null)[]): boolean {
  return (
    listOf(achievement?.tag).some((tag) => shownText(tag) === demoTag) ||
    names.some((name) => name !== null && isMarkedDemo(name))
  );
}

/** A text, or the first of several in different languages. */
function shownText(value: unknown): string | null {
  const [first] = listOf(value);
  const text = textOf(isRecord(first) ? first['@value'] : first);
  return text === null ? null : text.slice(0, longestText);
}
