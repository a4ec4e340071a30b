import { sizesOf, sortIntoGroups } from './ability-groups.ts';

/**
 * An item whose options show what is believed: `choices` one per person, `null` for no answer; `misconceptions` of each
 * option that comes from one (the key and other distractors have none).
 */
export type DiagnosticItem = {
  choices: readonly (string | null)[];
  misconceptions: Readonly<Record<string, string>>;
};

/**
 * How common a misconception is among the people who could have shown it, because they answered one of the `items` that
 * offer it. `share` of them chose it at least once, `shareOfAnswers` is how often it was chosen of the times that it could
 * have been; `shareByGroup` as `share`, by ability group from the lowest (not a number for a group in which nobody could);
 * and how able those are who chose it, and those who could have and did not.
 */
export type MisconceptionStatistics = {
  misconception: string;
  items: number;
  people: number;
  share: number;
  shareOfAnswers: number;
  shareByGroup: number[];
  meanAbility: number;
  meanAbilityOfOthers: number;
};

/**
 * Who believes what, over all items that offer the same misconception. Once may be a slip or a guess: read `shareOfAnswers`
 * beside `share`, which grows with the number of items that offer it.
 *
 * @param abilities one per person: logits, or raw scores
 * @param groups into how many groups of about equal size people are sorted; people of equal ability stay together
 * @returns the most common first; a misconception that nobody could have shown is not among them. Mean abilities are in the
 *   units of the abilities, and not numbers for nobody
 * @throws RangeError if there is not one ability per choice of every item, an ability is not finite, or there are fewer than
 *   two groups
 * @formula misconceptionShare = sum(people, (p) => (p.shown > 0 ? 1 : 0)) / people.length
 * @formula misconceptionShareOfAnswers = sum(people, (p) => p.shown) / sum(people, (p) => p.couldShow)
 * @see Haladyna & Rodriguez (2013), chapter 18; Sadler (1998) on what is learned from distractors that are misconceptions
 */
export function analyseMisconceptions(
  items: readonly DiagnosticItem[],
  abilities: ArrayLike<number>,
  groups = 4,
): MisconceptionStatistics[] {
  for (const [at, { choices }] of items.entries()) {
    if (choices.length !== abilities.length) {
      throw new RangeError(`item ${at + 1}: ${choices.length} choices, ${abilities.length} abilities`);
    }
  }
  const groupOf = sortIntoGroups(abilities, groups);
  const names = [...new Set(items.flatMap(({ misconceptions }) => Object.values(misconceptions)))].toSorted();
  return names
    .map((name) => describe(name, countShown(name, items, abilities), groupOf, groups))
    .filter(({ people }) => people > 0)
    .toSorted((l, r) => r.share - l.share);
}

/** Of one misconception how many items offer it, and of each person who could show it how often they did. */
type Shown = { items: number; people: { person: number; ability: number; couldShow: number; shown: number }[] };

function countShown(name: string, items: readonly DiagnosticItem[], abilities: ArrayLike<number>): Shown {
  const offering = items.filter(({ misconceptions }) => Object.values(misconceptions).includes(name));
  const people = Array.from(abilities, (ability, person) => {
    const chosen = offering.flatMap((item) => {
      const choice = item.choices[person] ?? null;
      return choice === null ? [] : [{ choice, item }];
    });
    const shown = chosen.filter(({ choice, item: { misconceptions } }) => {
      return Object.hasOwn(misconceptions, choice) && misconceptions[choice] === name;
    });
    return { person, ability, couldShow: chosen.length, shown: shown.length };
  });
  return { items: offering.length, people: people.filter(({ couldShow }) => couldShow > 0) };
}

function describe(
  misconception: string,
  { items, people }: Shown,
  groupOf: readonly number[],
  groups: number,
): MisconceptionStatistics {
  const showing = people.filter(({ shown }) => shown > 0);
  const inGroups = (all: Shown['people']) =>
    sizesOf(
      all.map(({ person }) => groupOf[person] ?? 0),
      groups,
    );
  const sizes = inGroups(people);
  const answers = (of: (one: Shown['people'][number]) => number) => people.reduce((sum, one) => sum + of(one), 0);
  return {
    misconception,
    items,
    people: people.length,
    share: showing.length / people.length,
    shareOfAnswers: answers(({ shown }) => shown) / answers(({ couldShow }) => couldShow),
    shareByGroup: inGroups(showing).map((count, g) => count / (sizes[g] ?? 0)),
    meanAbility: meanAbility(showing),
    meanAbilityOfOthers: meanAbility(people.filter(({ shown }) => shown === 0)),
  };
}

function meanAbility(people: readonly { ability: number }[]): number {
  return people.reduce((sum, { ability }) => sum + ability, 0) / people.length;
}
