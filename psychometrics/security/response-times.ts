import { accelerate } from '../calibration/squarem.ts';

/**
 * An item in the lognormal model: time `intensity` in log seconds (how long it takes a person of average speed),
 * `discrimination` in 1 / log seconds (how little else than speed decides).
 */
export type TimedItem = { intensity: number; discrimination: number };

/** Seconds one person spent on each item, `null` for what was not given. */
export type Times = readonly (number | null)[];

/** The items, how much people differ in speed (a standard deviation in log seconds), and whether the fit is to be used. */
export type TimeCalibration = {
  items: TimedItem[];
  speedSpread: number;
  logLikelihood: number;
  iterations: number;
  converged: boolean;
};

/** No item tells speed more exactly than to a thousandth: a variance of 0 would be the end of every search. */
const LEAST_VARIANCE = 1e-6;

/**
 * The lognormal model of response times from many people's: log time is normal around intensity − speed. Speeds are
 * N(0, spread²), in log seconds: at a speed of 0.69 all takes half as long.
 *
 * Give first visits and revisits together, and leave out who did not reach the end; times are not lognormal where the clock
 * runs out.
 *
 * @param rows a person each, seconds per item
 * @throws RangeError naming row and column (from 1) of a time that is not above 0, rows of different length, an item on
 *   which fewer than two people, or all of them equally long, worked; or fewer than two items
 * @returns intensities in log seconds, discriminations in 1 / log seconds
 * @formula timeLogLikelihood = sum(rows, (y) => -0.5 * (log(spread ** 2 * precision) + sum(items, (one) => log((2 * PI) / one.discrimination ** 2)) + sum(items, (one, j) => (one.discrimination * (y[j] - one.intensity)) ** 2) - sum(items, (one, j) => one.discrimination ** 2 * (y[j] - one.intensity)) ** 2 / precision))
 * @see van der Linden (2006); maximum marginal likelihood by EM with SQUAREM
 */
export function calibrateTimes(
  rows: readonly Times[],
  { tolerance = 1e-7, maxSteps = 2000 }: { tolerance?: number; maxSteps?: number } = {},
): TimeCalibration {
  const items = rows[0]?.length ?? 0;
  if (items < 2) throw new RangeError(`${items} items: at least 2 are needed to tell speed from items`);
  const people = rows.map((row, i) => {
    if (row.length !== items) throw new RangeError(`row ${i + 1}: ${row.length} times, not ${items}`);
    return logTimes(row, `row ${i + 1}, column `);
  });
  const start = startFrom(people, items);
  const { parameters, ...end } = accelerate((at) => stepFrom(people, at, items), start, { tolerance, maxSteps });
  const { intensities, variances, spread } = readParameters(parameters, items);
  return {
    items: Array.from(intensities, (intensity, j) => {
      return { intensity, discrimination: 1 / Math.sqrt(variances[j] ?? 1) };
    }),
    speedSpread: Math.sqrt(spread),
    logLikelihood: stepFrom(people, parameters, items).objective,
    ...end,
  };
}

/** Natural logs of times; not numbers where there are none. @throws RangeError naming the place of a bad one */
export function logTimes(times: Times, place: string): Float64Array {
  return Float64Array.from(times, (seconds, j) => {
    if (seconds === null) return Number.NaN;
    if (!(seconds > 0 && Number.isFinite(seconds))) {
      throw new RangeError(`${place}${j + 1}: ${seconds} seconds; times are above 0, and null where there is none`);
    }
    return Math.log(seconds);
  });
}

/** Parameters are the intensities, the logs of the items' variances, and the log of the variance of speed. */
function readParameters(parameters: Float64Array, items: number) {
  return {
    intensities: parameters.slice(0, items),
    variances: parameters.slice(items, 2 * items).map(Math.exp),
    spread: Math.exp(parameters[2 * items] ?? 0),
  };
}

function startFrom(people: readonly Float64Array[], items: number): Float64Array {
  const start = new Float64Array(2 * items + 1);
  for (let j = 0; j < items; j++) {
    const seen = people.map((row) => row[j] ?? Number.NaN).filter((y) => !Number.isNaN(y));
    const mean = seen.reduce((sum, y) => sum + y, 0) / seen.length;
    const variance = seen.reduce((sum, y) => sum + (y - mean) ** 2, 0) / seen.length;
    if (seen.length < 2) throw new RangeError(`column ${j + 1}: ${seen.length} times: at least 2 are needed`);
    if (!(variance > 1e-12)) throw new RangeError(`column ${j + 1}: all ${seen.length} people were equally long at it`);
    start[j] = mean;
    start[items + j] = Math.log(variance / 2);
    start[2 * items] = (start[2 * items] ?? 0) + Math.log(variance / 2) / items;
  }
  return start;
}

/** One EM step, with the log-likelihood of where it began. Speed is what the log times of a person lie below intensity. */
function stepFrom(people: readonly Float64Array[], parameters: Float64Array, items: number) {
  const { intensities, variances, spread } = readParameters(parameters, items);
  const [counts, sums, squares] = [new Float64Array(items), new Float64Array(items), new Float64Array(items)];
  let [objective, speeds, working] = [0, 0, 0];
  const add = (to: Float64Array, j: number, by: number) => {
    to[j] = (to[j] ?? 0) + by;
  };
  for (const row of people) {
    let [precision, weighted, quadratic, logs, seen] = [1 / spread, 0, 0, Math.log(spread), 0];
    for (const [j, y] of row.entries()) {
      if (Number.isNaN(y)) continue;
      const [residual, variance] = [y - (intensities[j] ?? 0), variances[j] ?? 1];
      precision += 1 / variance;
      weighted -= residual / variance;
      quadratic += residual ** 2 / variance;
      logs += Math.log(2 * Math.PI * variance);
      seen++;
    }
    if (seen === 0) continue;
    const [speed, doubt] = [weighted / precision, 1 / precision];
    objective -= 0.5 * (logs + Math.log(precision) + quadratic - weighted * speed);
    speeds += speed ** 2 + doubt;
    working++;
    for (const [j, y] of row.entries()) {
      if (Number.isNaN(y)) continue;
      // Around the old intensity, so that large sums lose no digits.
      const own = y + speed - (intensities[j] ?? 0);
      add(counts, j, 1);
      add(sums, j, own);
      add(squares, j, own ** 2 + doubt);
    }
  }
  const next = new Float64Array(2 * items + 1);
  for (let j = 0; j < items; j++) {
    const shift = (sums[j] ?? 0) / (counts[j] ?? 1);
    next[j] = (intensities[j] ?? 0) + shift;
    next[items + j] = Math.log(Math.max(LEAST_VARIANCE, (squares[j] ?? 0) / (counts[j] ?? 1) - shift ** 2));
  }
  next[2 * items] = Math.log(Math.max(LEAST_VARIANCE, speeds / working));
  return { objective, next };
}
