/**
 * How one option of an item was chosen: by which share of all, by which share of each ability group from the lowest to the
 * highest (not a number for a group that equal abilities left empty), and how able those are who chose it.
 */
export type OptionStatistics = { option: string; share: number; shareByGroup: number[]; meanAbility: number };

/**
 * Who chose what. A sound key is chosen more often from group to group, a sound distractor less often; an option that the
 * able choose is miskeyed or ambiguous. Give misconceptions for options to see those of the whole item instead.
 *
 * @param choices one per person, `null` for no answer (which counts as an option of nobody's)
 * @param abilities one per person: logits, or raw scores without this item
 * @param groups into how many groups of about equal size people are sorted; people of equal ability stay together
 * @returns options in alphabetical order
 * @throws RangeError if there is not one ability per choice, or fewer than two groups
 * @see Haladyna & Rodriguez (2013), chapter 18, on trace lines
 */
export function analyseOptions(
  choices: readonly (string | null)[],
  abilities: ArrayLike<number>,
  groups = 4,
): OptionStatistics[] {
  if (choices.length !== abilities.length)
    throw new RangeError(`${choices.length} choices, ${abilities.length} abilities`);
  if (!(Number.isInteger(groups) && groups >= 2)) throw new RangeError(`${groups} groups: at least 2 are needed`);
  const groupOf = sortIntoGroups(Array.from(abilities), groups);
  const sizes = Array.from({ length: groups }, (_, g) => groupOf.filter((group) => group === g).length);
  const options = [...new Set(choices)].filter((choice) => choice !== null).toSorted();
  return options.map((option) => {
    const who = choices.flatMap((choice, i) => (choice === option ? [i] : []));
    const shareByGroup = sizes.map((size, g) => who.filter((i) => groupOf[i] === g).length / size);
    const meanAbility = who.reduce((sum, i) => sum + (abilities[i] ?? 0), 0) / who.length;
    return { option, share: who.length / choices.length, shareByGroup, meanAbility };
  });
}

/** Each person's group: the one in which the middle of those of equal ability falls. */
function sortIntoGroups(abilities: number[], groups: number): number[] {
  const sorted = abilities.toSorted((l, r) => l - r);
  const groupOf = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const ability = sorted[from] ?? 0;
    let to = from;
    while (to < sorted.length && sorted[to] === ability) to++;
    groupOf.set(ability, Math.floor((((from + to - 1) / 2) * groups) / sorted.length));
    from = to;
  }
  return abilities.map((ability) => groupOf.get(ability) ?? 0);
}
