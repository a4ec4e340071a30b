import type { RunOutcome } from '@pyladder/python';
import type { Rendered } from '../../templates/rendering.ts';
import type { Template } from '../../templates/template.ts';
import type { ProofRun } from '../../templates/variant.ts';
import type { KindResult, KindTools } from '../kind.ts';
import { normalise, optionTextOf } from '../output/option-text.ts';
import { proveOutput } from '../output/proof.ts';
import { sayStop } from './consequence.ts';
import type { Attempt, Setting } from './trials.ts';
import { giveUp, leaveOut } from './unfit.ts';

/** Stands in a stem where the output of the program is to be told. */
export const outputMark = '⟨output⟩';

/** What a stem can tell of an output. */
const mostLines = 5;
const mostCharacters = 70;

/** What attempts are to print, and the runs that show it; or why this is no goal. */
export type GoalFinding = { isGoal: true; goal: string; proof: ProofRun[] } | { isGoal: false; unfit: KindResult };

/** Proves the author's own program and takes what it prints for the goal. */
export async function findGoal(rendered: Rendered, template: Template, tools: KindTools): Promise<GoalFinding> {
  const proof = await proveOutput(rendered, template.python, tools);
  const first = proof[0]?.outcome;
  if (first === undefined || first.status === 'stopped') {
    return { isGoal: false, unfit: giveUp(sayStop(first)) };
  }
  const said = optionTextOf(first);
  if (first.status !== 'finished' || said?.form !== 'printed') {
    return { isGoal: false, unfit: leaveOut(`the program has no output to ask for: ${said?.text}`) };
  }
  if (tellOutput(said.text) === null) {
    const why = `a stem cannot tell this output: keep to ${mostLines} lines of ${mostCharacters} characters, no backtick and no two blanks together`;
    return { isGoal: false, unfit: leaveOut(why) };
  }
  return { isGoal: true, goal: said.text, proof };
}

/** The author's own program with what the first of its proving runs told. */
export function toProven({ code }: Pick<Rendered, 'code'>, [first]: readonly ProofRun[]): Pick<Setting, 'proven'> {
  return first === undefined ? {} : { proven: { code, outcome: first.outcome } };
}

/** Whether a program ends by itself and prints the goal, as a reader sees it. */
export function meetsGoal(outcome: RunOutcome, goal: string): boolean {
  return outcome.status === 'finished' && normalise(outcome.stdout) === normalise(goal);
}

/** What attempts are judged by on every CPython line and under every hash seed. */
export type Judging = { goal: string; rendered: Rendered; template: Template; tools: KindTools };

/** The attempts that do not meet the goal everywhere (`right`), or that meet it anywhere (`wrong`). */
export async function findUnsteady<A extends Attempt>(
  attempts: readonly A[],
  expected: 'right' | 'wrong',
  { goal, rendered, template, tools }: Judging,
): Promise<A[]> {
  const unsteady: A[] = [];
  for (const attempt of attempts) {
    const proof = await proveOutput({ ...rendered, code: attempt.code }, template.python, tools);
    const isRight = proof.map(({ outcome }) => meetsGoal(outcome, goal));
    if (isRight.includes(expected === 'wrong')) unsteady.push(attempt);
  }
  return unsteady;
}

/** A stem with the goal told in it. */
export function tellGoal(stem: string, goal: string): string {
  return stem.replaceAll(outputMark, tellOutput(goal) ?? '');
}

/** An output in a sentence, line after line; null if no sentence can hold it. */
function tellOutput(output: string): string | null {
  const lines = output.split('\n');
  const isTold = lines.every((line) => line.length <= mostCharacters && !/^\s|`|\s\s|^$/.test(line));
  return isTold && lines.length <= mostLines ? lines.map((line) => `\`${line}\``).join(', then ') : null;
}
