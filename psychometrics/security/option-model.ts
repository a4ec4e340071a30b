import { solvePositive } from '../numerics/linear.ts';

/** The nominal response model of an item: of each option, the slope and intercept of its logit. */
export type NominalItem = { options: readonly { option: string; slope: number; intercept: number }[] };

/** Of each option of an item, the chance that a person chooses it; together 1. */
export type OptionChances = ReadonlyMap<string, number>;

const PRIOR_SD = 3;
const MAX_STEPS = 100;
const TOLERANCE = 1e-9;

/**
 * The chances of all options of an item at an ability.
 *
 * @param theta ability in logits
 * @throws RangeError if the ability is not finite
 * @formula optionChance = exp(z[k]) / sum(z, (one) => exp(one))
 * @see Bock (1972)
 */
export function optionChances({ options }: NominalItem, theta: number): OptionChances {
  if (!Number.isFinite(theta)) throw new RangeError(`ability ${theta} is not finite`);
  const chances = shares(options.map(({ slope, intercept }) => slope * theta + intercept));
  return new Map(options.map(({ option }, k) => [option, chances[k] ?? 0]));
}

/**
 * A nominal response model from what people of known ability chose: the key has the largest slope, a sound distractor a
 * negative one. Slopes and intercepts have the prior N(0, 3²), so that options that hardly anybody chose stay finite.
 *
 * @param choices one per person, `null` for no answer, which is left out (give it a name to make it an option)
 * @param abilities in logits, one per choice; people whose ability is not finite are left out
 * @returns options in alphabetical order
 * @throws RangeError if there is not one ability per choice, or nobody of finite ability chose anything
 * @see Bock (1972); McCullagh & Nelder (1989), chapter 5
 */
export function fitOptions(choices: readonly (string | null)[], abilities: ArrayLike<number>): NominalItem {
  if (choices.length !== abilities.length) {
    throw new RangeError(`${choices.length} choices, ${abilities.length} abilities`);
  }
  const chosen = choices.flatMap((option, i) => {
    const theta = abilities[i] ?? Number.NaN;
    return option === null || !Number.isFinite(theta) ? [] : [{ option, theta }];
  });
  if (chosen.length === 0) throw new RangeError('nobody of finite ability chose anything: there is nothing to fit');
  const options = [...new Set(chosen.map(({ option }) => option))].toSorted();
  const people = chosen.map(({ option, theta }) => ({ option: options.indexOf(option), theta }));
  const parameters = climb(people, options.length);
  return {
    options: options.map((option, k) => {
      return { option, slope: parameters[2 * k] ?? 0, intercept: parameters[2 * k + 1] ?? 0 };
    }),
  };
}

type Person = { option: number; theta: number };

/** Newton's method on the log posterior, which has one summit. Parameters are slope and intercept, option by option. */
function climb(people: readonly Person[], options: number): Float64Array {
  let here = new Float64Array(2 * options);
  let at = posteriorAt(people, here);
  for (let step = 0; step < MAX_STEPS; step++) {
    const move = solvePositive(at.information, at.gradient) ?? new Float64Array(2 * options);
    if (move.every((by) => Math.abs(by) < TOLERANCE)) break;
    let part = 1;
    let [next, there] = [here, at];
    do {
      next = here.map((one, k) => one + part * (move[k] ?? 0));
      there = posteriorAt(people, next);
      part /= 2;
    } while (there.height < at.height && part > 1e-6);
    // Nothing higher in the right direction: this is the summit, to the last digit.
    if (there.height <= at.height) break;
    [here, at] = [next, there];
  }
  return here;
}

function posteriorAt(people: readonly Person[], parameters: Float64Array) {
  const size = parameters.length;
  const precision = 1 / PRIOR_SD ** 2;
  const gradient = parameters.map((one) => -one * precision);
  const information = new Float64Array(size * size);
  for (let k = 0; k < size; k++) information[k * size + k] = precision;
  let height = parameters.reduce((sum, one) => sum - (one * one * precision) / 2, 0);
  const add = (to: Float64Array, place: number, by: number) => {
    to[place] = (to[place] ?? 0) + by;
  };
  for (const { option, theta } of people) {
    const chances = shares(
      Array.from({ length: size / 2 }, (_, k) => (parameters[2 * k] ?? 0) * theta + (parameters[2 * k + 1] ?? 0)),
    );
    height += Math.log(chances[option] ?? 0);
    for (const [k, p] of chances.entries()) {
      const residual = (k === option ? 1 : 0) - p;
      add(gradient, 2 * k, residual * theta);
      add(gradient, 2 * k + 1, residual);
      for (const [l, q] of chances.entries()) {
        const weight = p * ((k === l ? 1 : 0) - q);
        add(information, 2 * k * size + 2 * l, weight * theta * theta);
        add(information, 2 * k * size + 2 * l + 1, weight * theta);
        add(information, (2 * k + 1) * size + 2 * l, weight * theta);
        add(information, (2 * k + 1) * size + 2 * l + 1, weight);
      }
    }
  }
  return { height, gradient, information };
}

function shares(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const odds = logits.map((z) => Math.exp(z - largest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}
