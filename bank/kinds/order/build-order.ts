import type { ItemOption, OrderFault } from '@pyladder/exam';
import { compareText } from '../../problem.ts';
import { deriveSeed, drawIndex, seededRandom } from '../../random.ts';
import type { KindBuilder } from '../kind.ts';
import { normalise } from '../output/option-text.ts';
import { sayConsequence } from '../running/consequence.ts';
import { findGoal, findUnsteady, meetsGoal, tellGoal, toProven } from '../running/goal.ts';
import { sayTally } from '../running/tally.ts';
import { runAttempts, type Trial } from '../running/trials.ts';
import { giveUp, leaveOut } from '../running/unfit.ts';
import { assemble, type Puzzle, readPuzzle, showFixed } from './blocks.ts';
import { breaks, countInversions, findPrecedences, listOrders, type Precedence } from './permutations.ts';

/** Right orders that one item can have: a share of all, and no more than can be proven quickly. */
const mostRightShare = 0.25;
const mostRight = 12;

/** Wrong orders that are run on every CPython as well. */
const sampleSize = 8;

type Ordering = { code: string; order: number[] };

/** "Put the lines in order": every order is run; right are those that print what the author's prints. */
export const buildOrder: KindBuilder = async (template, rendered, tools) => {
  const asWritten = readPuzzle(rendered.written);
  if ('what' in asWritten) return leaveOut(asWritten.what);
  // Sorted, because the order of the file is the answer.
  const puzzle = { ...asWritten, blocks: asWritten.blocks.toSorted(compareText) };
  const double = puzzle.blocks.find((block, index) => normalise(block) === normalise(puzzle.blocks[index + 1] ?? ''));
  if (double !== undefined) return leaveOut(`two lines read \`${double.trim()}\``);
  const found = await findGoal(rendered, template, tools);
  if (!found.isGoal) return found.unfit;
  const { goal, proof } = found;
  const orders = listOrders(puzzle.blocks.length).map((order): Ordering => ({ order, code: assemble(puzzle, order) }));
  const trials = await runAttempts(orders, { stdin: rendered.stdin, ...toProven(rendered, proof) }, tools);
  if (trials === null) return giveUp('in too many orders the program never ends');
  const right = trials.filter(({ outcome }) => meetsGoal(outcome, goal));
  const excess = findExcess(right, trials.length);
  if (excess !== null) return leaveOut(excess);
  const judging = { goal, rendered, template, tools };
  const unsteady = await findUnsteady(right, 'right', judging);
  const wrong = trials.filter((trial) => !right.includes(trial));
  const sample = takeSample(
    wrong.filter(({ outcome }) => outcome.status !== 'stopped'),
    deriveSeed(tools.seed, rendered.code),
  );
  const lucky = await findUnsteady(sample, 'wrong', judging);
  if (unsteady.length + lucky.length > 0) {
    return leaveOut('an order is right on some CPythons and wrong on others');
  }
  const accepted = right.map(({ order }) => order);
  const own = asWritten.blocks.map((block) => puzzle.blocks.indexOf(block));
  return {
    fit: true,
    proof,
    beliefRuns: [],
    stem: tellGoal(rendered.stem, goal),
    shownCode: showFixed(puzzle),
    options: puzzle.blocks.map((text): ItemOption => ({ text, key: true, misconceptions: [], because: null })),
    answer: { type: 'order', accepted, faults: findFaults(wrong, { accepted, own, puzzle }) },
    tried: sayTally(trials, goal, 'orders'),
  };
};

/** Why there are more right orders than an item can have, or such that a form could not keep them from being shown. */
function findExcess(right: readonly Ordering[], all: number): string | null {
  const most = Math.min(mostRight, Math.floor(all * mostRightShare));
  if (right.length > most) return `${right.length} of ${all} orders are right, at most ${most} can be`;
  const keys = new Set(right.map(({ order }) => order.join(' ')));
  const turned = right.find(({ order }) => keys.has(order.toReversed().join(' ')));
  return turned === undefined ? null : 'a right order is right the other way round, too';
}

function takeSample<T>(things: readonly T[], seed: string): T[] {
  const random = seededRandom(seed);
  const left = [...things];
  return Array.from({ length: Math.min(sampleSize, left.length) }, () =>
    left.splice(drawIndex(random, left.length), 1),
  ).flat();
}

/** For each pair that every right order keeps, what happens in the order that breaks it and as little else as possible. */
function findFaults(
  wrong: readonly Trial<Ordering>[],
  { accepted, own, puzzle }: { accepted: number[][]; own: number[]; puzzle: Puzzle },
): OrderFault[] {
  const pairs = findPrecedences(accepted);
  return pairs.flatMap((pair) => {
    const cost = ({ order }: Ordering) =>
      100 * pairs.filter((other) => breaks(order, other)).length + countInversions(order, own);
    const nearest = wrong.filter(({ order }) => breaks(order, pair)).toSorted((a, b) => cost(a) - cost(b))[0];
    return nearest === undefined ? [] : [{ ...pair, because: sayFault(nearest, pair, puzzle) }];
  });
}

function sayFault({ outcome }: Trial<Ordering>, { first, second }: Precedence, { blocks }: Puzzle): string {
  const [before, after] = [blocks[first], blocks[second]].map((block) => `\`${headOf(block ?? '')}\``);
  return `If ${after} comes before ${before}, the program ${sayConsequence(outcome)}.`;
}

/** The first line of a piece, which names it in a sentence. */
function headOf(block: string): string {
  const line = block.trim().split('\n')[0] ?? '';
  return line.replaceAll('`', "'");
}
