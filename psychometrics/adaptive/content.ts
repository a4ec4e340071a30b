import type { AdaptiveAnswer } from './bank.ts';

/** A blueprint for tests of any length: the section of each item of the bank, and each section's share of a test. */
export type ContentPlan = { sections: readonly number[]; shares: readonly number[] };

/**
 * How many items each section would lack if the next one were of another.
 *
 * @returns one per section, in items; below 0 where it has more than its share
 * @formula deficit = share * (given + 1) - ofSection
 * @see Kingsbury & Zara (1989)
 */
export function measureDeficits({ sections, shares }: ContentPlan, answers: readonly AdaptiveAnswer[]): number[] {
  const given = shares.map(() => 0);
  for (const { item } of answers) {
    const section = sections[item] ?? -1;
    if (section in given) given[section] = (given[section] ?? 0) + 1;
  }
  return shares.map((share, section) => share * (answers.length + 1) - (given[section] ?? 0));
}

/**
 * The section that lacks most, of those that still have an item to give; the first of several.
 *
 * @returns null if none has
 */
export function sectionInNeed(
  plan: ContentPlan,
  answers: readonly AdaptiveAnswer[],
  mayUse: (item: number) => boolean,
): number | null {
  const hasItems = new Set(plan.sections.filter((_, item) => mayUse(item)));
  let most: { section: number; deficit: number } | null = null;
  for (const [section, deficit] of measureDeficits(plan, answers).entries()) {
    if (hasItems.has(section) && (most === null || deficit > most.deficit)) most = { section, deficit };
  }
  return most?.section ?? null;
}

/** @throws RangeError if there is not one section per item, a section has no share, or shares do not add up to 1 */
export function checkContent({ sections, shares }: ContentPlan, items: number): void {
  if (sections.length !== items)
    throw new RangeError(`${items} items, ${sections.length} sections: give each item one`);
  const lost = sections.findIndex((section) => !(section in shares));
  if (lost >= 0) throw new RangeError(`item ${lost + 1}: section ${sections[lost]} has no share in the blueprint`);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(shares.every((share) => share >= 0) && Math.abs(total - 1) < 1e-6)) {
    throw new RangeError(`shares [${shares}] of a test must be at least 0 and add up to 1`);
  }
}
