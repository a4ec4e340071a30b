import { type AuditEntryView, PublicReason } from '@pyladder/contract';
import { formatPoints, formatShare } from '../../messages/formats.ts';
import { explainReason } from '../../messages/standing.ts';

type Fact = string | number;
type Read = (value: unknown, shortOf: (rung: string) => string) => Fact | null;

const aNumber: Read = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

const aWord: Read = (value) => (typeof value === 'string' ? value : null);

/** How each detail of an entry is said; null for what is not of the kind one expects. */
const FACTS = {
  credential: (value, shortOf) => (typeof value === 'string' ? shortOf(value) : null),
  seconds: (value) => (typeof value === 'number' ? Math.round(value / 60) : null),
  extraTimeShare: (value) => (typeof value === 'number' ? formatShare(value) : null),
  purpose: aWord,
  pool: aWord,
  role: aWord,
  endedBy: (value) => (value === 'candidate' || value === 'time' ? value : null),
  passed: (value) => (typeof value === 'boolean' ? String(value) : null),
  publicReason: (value) => {
    const reason = PublicReason.safeParse(value);
    return reason.success ? explainReason(reason.data) : null;
  },
  points: (value) => (typeof value === 'number' ? formatPoints(value) : null),
  max: aNumber,
  found: aNumber,
  generation: aNumber,
} as const satisfies Record<string, Read>;

export type FactName = keyof typeof FACTS;

/** The named facts of an entry as words and numbers, or null if one is missing or of another kind. */
export function readFacts(
  { detail }: Pick<AuditEntryView, 'detail'>,
  names: readonly FactName[],
  shortOf: (rung: string) => string,
): Record<string, Fact> | null {
  const facts: Record<string, Fact> = {};
  for (const name of names) {
    const fact = FACTS[name](detail[name], shortOf);
    if (fact === null) return null;
    facts[name] = fact;
  }
  return facts;
}
