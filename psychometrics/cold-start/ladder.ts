/** What can be calibrated from how many answers. */
export type Rung = 'family' | 'map' | '2pl' | '3pl';

/**
 * - `provisional`: rests on judges and siblings more than on answers; good for practice and placement, not for a decision.
 * - `preliminary`: its difficulty can be used; its discrimination only to score and to choose, shrunken as it is.
 * - `operational`: calibrated.
 */
export type ItemStatus = 'provisional' | 'preliminary' | 'operational';

/** How a bank is to be calibrated, and what may be said of each item. */
export type LadderPlan = {
  rung: Rung;
  looksAtGroups: boolean;
  looksAtDrift: boolean;
  statuses: ItemStatus[];
};

/** Answers to an item from which on a rung is stood on. */
const FROM = { map: 50, '2pl': 251, '3pl': 1001 } as const;

/**
 * Which method fits the answers there are. Under 50 to an item: Rasch with a prior from judges and family. From 50: a
 * posterior's summit (MAP), in which a discrimination leaves 1 only as far as its answers carry it. Over 250: the same 2PL,
 * whose discriminations may be reported now, and groups compared. Over 1,000: 3PL, and drift. A bank stands on the rung of its
 * typical item (the median of those that were answered); what has fewer answers leans on its prior and keeps a lower
 * status.
 *
 * @param answers how many each item has
 * @throws RangeError if there are no items, or a number of answers is negative
 * @see Lord (1983) and Sahin & Anil (2017) for how many answers which model needs
 */
export function planCalibration(answers: readonly number[]): LadderPlan {
  if (answers.length === 0) throw new RangeError('no items to plan for');
  const odd = answers.findIndex((count) => !(count >= 0));
  if (odd >= 0) throw new RangeError(`item ${odd + 1}: ${answers[odd]} answers`);
  const answered = answers.filter((count) => count > 0).toSorted((l, r) => l - r);
  const typical = answered[Math.floor((answered.length - 1) / 2)] ?? 0;
  const rung = rungOf(typical);
  return {
    rung,
    looksAtGroups: rung === '2pl' || rung === '3pl',
    looksAtDrift: rung === '3pl',
    statuses: answers.map(statusOf),
  };
}

function rungOf(answers: number): Rung {
  if (answers >= FROM['3pl']) return '3pl';
  if (answers >= FROM['2pl']) return '2pl';
  return answers >= FROM.map ? 'map' : 'family';
}

function statusOf(answers: number): ItemStatus {
  if (answers >= FROM['2pl']) return 'operational';
  return answers >= FROM.map ? 'preliminary' : 'provisional';
}
