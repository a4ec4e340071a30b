/**
 * Sorts people into groups of about equal size by ability, from the lowest; people of equal ability stay together.
 *
 * @returns each person's group, from 0
 * @throws RangeError if an ability is not finite, or there are fewer than two groups
 */
export function sortIntoGroups(abilities: ArrayLike<number>, groups: number): number[] {
  if (!(Number.isInteger(groups) && groups >= 2)) throw new RangeError(`${groups} groups: at least 2 are needed`);
  const all = Array.from(abilities);
  const odd = all.findIndex((ability) => !Number.isFinite(ability));
  if (odd >= 0) {
    throw new RangeError(`person ${odd + 1}: ability ${all[odd]} is not finite; take Warm's estimates, or raw scores`);
  }
  const sorted = all.toSorted((l, r) => l - r);
  const groupOf = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const ability = sorted[from] ?? 0;
    let to = from;
    while (to < sorted.length && sorted[to] === ability) to++;
    // The group in which the middle of those of equal ability falls.
    groupOf.set(ability, Math.floor((((from + to - 1) / 2) * groups) / sorted.length));
    from = to;
  }
  return all.map((ability) => groupOf.get(ability) ?? 0);
}

/** How many people are in each group. */
export function sizesOf(groupOf: readonly number[], groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}
