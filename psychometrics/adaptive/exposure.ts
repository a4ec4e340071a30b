/**
 * How the best items are kept from being everybody's. `randomesque`: one of the best few by chance. `sympson-hetter`: a
 * chosen item is given with a chance of its own, one per item of the bank, and otherwise set aside for this person.
 */
export type ExposureControl =
  | { kind: 'randomesque'; among: number }
  | { kind: 'sympson-hetter'; chances: ArrayLike<number> };

/** Of simulated people: how many had each item chosen for them, and how many were given it. */
export type ExposureCounts = { people: number; chosen: ArrayLike<number>; given: ArrayLike<number> };

/** Chances for the Sympson–Hetter control; after how many rounds; and the largest share of people given one item in the last. */
export type ExposureResult = { chances: Float64Array; rounds: number; highest: number; converged: boolean };

/**
 * Finds with which chance each item is to be given when chosen, so that none is given to more than a share of people. Each
 * round simulates tests with the chances so far. As many items as a test is long keep the chance 1, so that no test runs dry.
 *
 * @param simulate gives tests to people like those to come, with the given chances; some thousand people
 * @param options `items` of the bank; `limit`, the largest share, in (0, 1]; `length` of the longest test; `rounds` at most,
 *   20 if not said; `tolerance` above the limit that chance alone may bring, 0.02 if not said
 * @throws RangeError if the limit is outside (0, 1], nobody is simulated, or so many items as a test is long cannot keep to it
 * @formula chanceToGive = chosenShare > limit ? limit / chosenShare : 1
 * @see Sympson & Hetter (1985); Hetter & Sympson (1997)
 */
export function controlExposure(
  simulate: (chances: Float64Array) => ExposureCounts,
  {
    items,
    limit,
    length,
    rounds = 20,
    tolerance = 0.02,
  }: { items: number; limit: number; length: number; rounds?: number; tolerance?: number },
): ExposureResult {
  if (!(limit > 0 && limit <= 1)) throw new RangeError(`exposure limit ${limit} is outside (0, 1]`);
  if (items * limit < length) {
    throw new RangeError(
      `${items} items given to ${limit} of people make tests of ${items * limit} items, not ${length}`,
    );
  }
  let chances = new Float64Array(items).fill(1);
  for (let round = 1; ; round++) {
    const { people, chosen, given } = simulate(chances);
    if (!(people > 0)) throw new RangeError(`${people} simulated people: some thousand are needed`);
    const highest = Array.from(given).reduce((most, count) => Math.max(most, count / people), 0);
    const converged = highest <= limit + tolerance;
    if (converged || round >= rounds) return { chances, rounds: round, highest, converged };
    chances = Float64Array.from(chances, (_, item) => {
      const share = (chosen[item] ?? 0) / people;
      return share > limit ? limit / share : 1;
    });
    keepCertain(chances, length);
  }
}

/** Raises the highest chances to 1, until there are as many. */
function keepCertain(chances: Float64Array, count: number): void {
  const order = Array.from(chances.keys()).toSorted((left, right) => (chances[right] ?? 0) - (chances[left] ?? 0));
  for (const item of order.slice(0, count)) chances[item] = 1;
}

/** @throws RangeError if a control is impossible for the bank */
export function checkExposure(control: ExposureControl, items: number): void {
  if (control.kind === 'randomesque') {
    if (Number.isInteger(control.among) && control.among > 0) return;
    throw new RangeError(`one among the best ${control.among}: a whole number from 1`);
  }
  const { chances } = control;
  if (chances.length !== items) throw new RangeError(`${items} items, ${chances.length} chances of being given`);
  const wrong = Array.from(chances).findIndex((chance) => !(chance >= 0 && chance <= 1));
  if (wrong >= 0) throw new RangeError(`item ${wrong + 1}: chance ${chances[wrong]} of being given`);
}
