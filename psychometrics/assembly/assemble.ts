import { testInformation } from '../models/information.ts';
import type { AssemblyItem, Blueprint } from './blueprint.ts';
import { listBreaches } from './breaches.ts';
import { allBlocks, findConflict } from './conflict.ts';
import { type Block, formulate, type Made } from './formulation.ts';
import { loadSolver } from './highs-solver.ts';
import type { Effort, Outcome, Solver, StopSignal } from './linear-model.ts';
import { poseTask, type Task } from './task.ts';

/** How far it is: `made` of `forms`, and how good the worst of them can still become (as `Assembly.bound`). */
export type AssemblyProgress = { made: number; forms: number; reach: number };

/**
 * - `solver`: one that is loaded already, or lies elsewhere; HiGHS if not said.
 * - `signal`: stops it, see `assembleForms`. `onProgress` is awaited after each form.
 * - `gap`: how far from the best a form may be: for the goal `most` a share of its worth, 0.002; for `closest` of the aim,
 *   0.01. `branches`: where a search gives up.
 */
export type AssemblySettings = {
  solver?: Solver;
  signal?: StopSignal;
  onProgress?: (progress: AssemblyProgress) => void | PromiseLike<void>;
  gap?: number;
  branches?: number;
};

/**
 * Forms, or why there are none.
 *
 * - `assembled`: ids of each form's items in the order of the bank; `information` of each form at each aim's ability;
 *   `worst`, for the goal `most` the least share of an aim that a form reaches, for `closest` the largest distance from an
 *   aim as a share of it; and `bound`, which no forms whatever could better.
 * - `impossible`: `conflict` names rules that cannot all be met; leave out any one of them and the others may be.
 * - `undecided`: the search gave up without having found forms.
 */
export type Assembly =
  | { status: 'assembled'; forms: string[][]; information: number[][]; worst: number; bound: number }
  | { status: 'impossible'; conflict: string[] }
  | { status: 'undecided' };

const GAPS = { most: 0.002, closest: 0.01 } as const;

/**
 * Parallel forms from a bank by a blueprint: one form after another, each against a shadow test that keeps for the forms
 * to come what they need, so that the last is as good as the first. Should a form find no items after all, all forms are
 * made again in one model, which is slower and misses nothing. What comes out is counted again by plain code.
 *
 * The solver runs in the caller's thread. `signal` is looked at between forms, after `onProgress` was awaited (who gives
 * the event loop a turn there lets a button be heard), and by the solver while it searches: in a worker, a signal whose
 * `aborted` reads shared memory stops it within a form.
 *
 * @returns ids of each form's items; information in 1 / logit²
 * @throws RangeError if bank or blueprint make no sense; the signal's reason once it is aborted
 * @see van der Linden & Adema (1998); van der Linden (2005)
 */
export async function assembleForms(
  bank: readonly AssemblyItem[],
  blueprint: Blueprint,
  { signal, onProgress, gap = GAPS[blueprint.goal], branches = 20_000, ...settings }: AssemblySettings = {},
): Promise<Assembly> {
  const task = poseTask(bank, blueprint);
  const solver = settings.solver ?? (await loadSolver({}, signal));
  const isShare = task.goal === 'most';
  const effort: Effort = { relativeGap: isShare ? gap : 0, absoluteGap: isShare ? 0 : gap, branches };
  const search = searchWith(task, { solver, effort, ...(signal === undefined ? {} : { signal }) });

  const relaxed = search(allBlocks(task.forms, false), beginning(task));
  if (relaxed.status === 'impossible') return { status: 'impossible', conflict: await explain(task, search, false) };
  if (relaxed.values === null) return { status: 'undecided' };
  await onProgress?.({ made: 0, forms: task.forms, reach: relaxed.worth });

  const forms = (await makeOneByOne(task, search, onProgress)) ?? makeTogether(task, search);
  if (forms === 'undecided') return { status: 'undecided' };
  if (forms === 'impossible') return { status: 'impossible', conflict: await explain(task, search, true) };
  return present(bank, blueprint, { forms, bound: relaxed.worth });
}

type Found = Outcome & { chosen: number[][] };
type Search = (blocks: readonly Block[], made: Made, leaveOut?: ReadonlySet<string>) => Found;

function searchWith(
  task: Task,
  { solver, effort, signal }: { solver: Solver; effort: Effort; signal?: StopSignal },
): Search {
  const heed = () => {
    if (signal?.aborted === true) throw signal.reason ?? new Error('the assembly was stopped');
  };
  return (blocks, made, leaveOut) => {
    heed();
    const ask = leaveOut === undefined ? {} : { leaveOut, goal: false };
    const { model, read } = formulate(task, { blocks, made, ...ask });
    const outcome = solver.solve(model, effort);
    heed();
    const values = outcome.status === 'impossible' ? null : outcome.values;
    return { ...outcome, chosen: values === null ? [] : blocks.map((_, block) => read(values, block)) };
  };
}

function beginning({ mostUses }: Task): Made {
  return { forms: [], usesLeft: mostUses };
}

/** Null if a form found no items, which the shadow test could not foresee. */
async function makeOneByOne(
  task: Task,
  search: Search,
  onProgress: AssemblySettings['onProgress'],
): Promise<number[][] | null> {
  const forms: number[][] = [];
  const usesLeft = [...task.mostUses];
  while (forms.length < task.forms) {
    const rest = task.forms - forms.length - 1;
    const blocks = [{ forms: 1, isWhole: true }, ...(rest > 0 ? [{ forms: rest, isWhole: false }] : [])];
    const found = search(blocks, { forms, usesLeft });
    const [form] = found.chosen;
    if (found.status === 'impossible' || found.values === null || form === undefined) return null;
    forms.push(form);
    for (const item of form) usesLeft[item] = (usesLeft[item] ?? 0) - 1;
    await onProgress?.({ made: forms.length, forms: task.forms, reach: found.worth });
  }
  return forms;
}

function makeTogether(task: Task, search: Search): number[][] | 'impossible' | 'undecided' {
  const found = search(allBlocks(task.forms, true), beginning(task));
  if (found.status === 'impossible') return 'impossible';
  return found.values === null ? 'undecided' : found.chosen;
}

async function explain(task: Task, search: Search, isWhole: boolean): Promise<string[]> {
  const blocks = allBlocks(task.forms, isWhole);
  return findConflict(task, async (leaveOut) => search(blocks, beginning(task), leaveOut).status === 'impossible');
}

function present(
  bank: readonly AssemblyItem[],
  blueprint: Blueprint,
  { forms, bound }: { forms: readonly number[][]; bound: number },
): Assembly {
  const chosen = forms.map((form) => form.flatMap((at) => bank[at] ?? []));
  const ids = chosen.map((items) => items.map(({ id }) => id));
  const breaches = listBreaches(bank, blueprint, ids);
  if (breaches.length > 0) throw new Error(`the solver's forms break the blueprint: ${breaches.join('; ')}`);
  const information = chosen.map((items) =>
    blueprint.aims.map(({ theta }) =>
      testInformation(
        items.map(({ item }) => item),
        theta,
      ),
    ),
  );
  const shares = information.flatMap((row) => row.map((amount, at) => amount / (blueprint.aims[at]?.information ?? 1)));
  const worst =
    blueprint.goal === 'most' ? Math.min(...shares) : Math.max(...shares.map((share) => Math.abs(share - 1)));
  return { status: 'assembled', forms: ids, information, worst, bound };
}
