import { sizesOf, sortIntoGroups } from './ability-groups.ts';

/**
 * How one option of an item was chosen: by which share of all, by which share of each ability group from the lowest to the
 * highest (not a number for a group that equal abilities left empty), and how able those are who chose it.
 */
export type OptionStatistics = { option: string; share: number; shareByGroup: number[]; meanAbility: number };

/**
 * Who chose what. A sound key is chosen more often from group to group, a sound distractor less often; an option that the
 * able choose is miskeyed or ambiguous. For what is believed across items see `analyseMisconceptions`.
 *
 * @param choices one per person, `null` for no answer (which counts as an option of nobody's)
 * @param abilities one per person: logits, or raw scores without this item
 * @param groups into how many groups of about equal size people are sorted; people of equal ability stay together
 * @returns options in alphabetical order; shares in [0, 1], mean abilities in the units of the abilities
 * @throws RangeError if there is not one ability per choice, an ability is not finite, or there are fewer than two groups
 * @formula optionShare = sum(choices, (one) => (one === option ? 1 : 0)) / choices.length
 * @see Haladyna & Rodriguez (2013), chapter 18, on trace lines
 */
export function analyseOptions(
  choices: readonly (string | null)[],
  abilities: ArrayLike<number>,
  groups = 4,
): OptionStatistics[] {
  if (choices.length !== abilities.length)
    throw new RangeError(`${choices.length} choices, ${abilities.length} abilities`);
  const groupOf = sortIntoGroups(abilities, groups);
  const sizes = sizesOf(groupOf, groups);
  const options = [...new Set(choices)].filter((choice) => choice !== null).toSorted();
  return options.map((option) => {
    const who = choices.flatMap((choice, i) => (choice === option ? [i] : []));
    const shareByGroup = sizes.map((size, g) => who.filter((i) => groupOf[i] === g).length / size);
    const meanAbility = who.reduce((sum, i) => sum + (abilities[i] ?? 0), 0) / who.length;
    return { option, share: who.length / choices.length, shareByGroup, meanAbility };
  });
}
