import {
  type BinaryItem,
  type BinaryModel,
  calibrate,
  normalNumber,
  type Responses,
  seededRandom,
  simulateResponses,
  threePl,
} from '@pyladder/psychometrics';
import { stepByTextbook, type TextbookLine } from './calibrate-textbook.ts';

const SIZES = [
  { model: '2pl', persons: 10_000, items: 100, textbookSteps: 3 },
  { model: '2pl', persons: 50_000, items: 200, textbookSteps: 1 },
  { model: '3pl', persons: 10_000, items: 100, textbookSteps: 0 },
] as const;
const RUNS = 3;
const NODES = Float64Array.from({ length: 61 }, (_, q) => -6 + (12 * q) / 60);
const TOLERANCE = 1e-4;
const EXACT = 1e-8;
/** People on whom the textbook's steps are counted. */
const FIRST = 2000;

/**
 * Calibration of simulated answers, one JSON line for each size: the best of some runs, from scores in memory to items.
 * `ratio` compares with the textbook's 61-node EM without acceleration, which would need as many steps of its own as
 * `textbook_steps` says; only some of them are run, and their time is multiplied. Steps are counted up to the same
 * tolerance as the library's. `rmse_a_at_maximum` is what the maximum itself misses by, which no software that finds it can
 * better: it differs from draw to draw.
 */
export default async function benchCalibrate(): Promise<void> {
  for (const { model, persons, items: count, textbookSteps } of SIZES) {
    const { items, responses } = simulate({ model, persons, count });
    let seconds = Number.POSITIVE_INFINITY;
    let found: BinaryItem[] = [];
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      found = calibrate(responses, { model, tolerance: TOLERANCE }).items;
      seconds = Math.min(seconds, (performance.now() - began) / 1000);
    }
    const peakMb = process.resourceUsage().maxRSS / 1024;
    const line = {
      model,
      persons,
      items: count,
      seconds: round(seconds),
      peak_mb: Math.round(peakMb),
      rmse_a: missOf(found, items),
      rmse_a_at_maximum: missOf(calibrate(responses, { model, tolerance: EXACT }).items, items),
      rmse_b: round(rootMeanSquare(found.map(({ b }, j) => b - (items[j]?.b ?? 0)))),
      ...(textbookSteps === 0 ? {} : compare(responses, seconds, textbookSteps)),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

function simulate({ model, persons, count }: { model: BinaryModel; persons: number; count: number }) {
  const random = seededRandom(count);
  const c = model === '3pl' ? 0.2 : 0;
  const items = Array.from({ length: count }, () =>
    threePl(Math.exp(0.3 * normalNumber(random)), normalNumber(random), c),
  );
  const abilities = Float64Array.from({ length: persons }, () => normalNumber(random));
  return { items, responses: simulateResponses(items, abilities, random) };
}

function missOf(found: readonly BinaryItem[], items: readonly BinaryItem[]): number {
  return round(rootMeanSquare(found.map(({ a }, j) => a - (items[j]?.a ?? 0))));
}

function compare(responses: Responses, seconds: number, steps: number) {
  let lines: TextbookLine[] = Array.from({ length: responses.items }, () => ({ a: 1, d: 0 }));
  const began = performance.now();
  for (let step = 0; step < steps; step++) lines = stepByTextbook(responses, NODES, lines);
  const each = (performance.now() - began) / 1000 / steps;
  const needed = countPlainSteps(responses);
  return { textbook_steps: needed, textbook_step_seconds: round(each), ratio: Math.round((each * needed) / seconds) };
}

/** How many steps plain EM takes to the same tolerance, counted on the first people: its rate depends on the items. */
function countPlainSteps({ items, scores, counts }: Responses): number {
  const few = { items, scores: scores.subarray(0, FIRST * items), counts: counts.subarray(0, FIRST) };
  let lines: TextbookLine[] = Array.from({ length: items }, () => ({ a: 1, d: 0 }));
  for (let steps = 1; ; steps++) {
    const next = stepByTextbook(few, NODES, lines);
    const moves = next.flatMap(({ a, d }, j) => [a - (lines[j]?.a ?? 0), d - (lines[j]?.d ?? 0)]);
    const moved = Math.max(...moves.map(Math.abs));
    lines = next;
    if (moved < TOLERANCE) return steps;
  }
}

function rootMeanSquare(differences: number[]): number {
  return Math.sqrt(differences.reduce((sum, one) => sum + one * one, 0) / differences.length);
}

function round(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}
