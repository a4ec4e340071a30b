import type { Block } from './formulation.ts';
import { BETWEEN_FORMS, LENGTH, type Rule, type Task } from './task.ts';

/**
 * Rules of which no form-maker could meet all, though without any one of them there might be forms: each rule is left out
 * on trial and stays out if there are no forms even so (the deletion filter).
 *
 * @param isImpossible whether there are surely no forms when these rules are left out
 * @returns a sentence for each rule: what it asks, and what the bank has
 * @see Chinneck & Dravnieks (1991)
 */
export async function findConflict(
  task: Task,
  isImpossible: (leaveOut: ReadonlySet<string>) => Promise<boolean>,
): Promise<string[]> {
  const names = [...new Set([...task.rules, ...task.sets].map(({ name }) => name)), ...Object.values(BETWEEN_FORMS)];
  const out = new Set<string>();
  // Of several conflicts the one is told that names sections: the length says less, and so does what was said last.
  for (const rule of [LENGTH, ...names.filter((name) => name !== LENGTH).toReversed()]) {
    out.add(rule);
    if (!(await isImpossible(out))) out.delete(rule);
  }
  return names.filter((rule) => !out.has(rule)).map((rule) => tell(task, rule));
}

function tell(task: Task, name: string): string {
  if (name === BETWEEN_FORMS.shared) return `${name}: ${task.mostShared}`;
  if (name === BETWEEN_FORMS.uses) return `${name}: ${wordsOfUses(task.mostUses)}`;
  const rule = task.rules.find((one) => one.name === name);
  if (rule === undefined) return name;
  const where = task.forms === 1 ? '' : ` on each of ${task.forms} forms`;
  return `${name}: ${wordsOfSpan(rule)}${where}; the bank has ${Number(supply(rule).toFixed(2))}`;
}

/** What all items of the bank that the rule is about weigh together. */
function supply({ weights }: Rule): number {
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

function wordsOfSpan({ least, most }: Rule): string {
  if (least === most) return `${least}`;
  if (!Number.isFinite(least)) return `at most ${most}`;
  return Number.isFinite(most) ? `${least} to ${most}` : `at least ${least}`;
}

function wordsOfUses(mostUses: readonly number[]): string {
  const barred = mostUses.filter((most) => most === 0).length;
  const most = mostUses.reduce((top, one) => Math.max(top, one), 0);
  return `at most ${most} of the forms${barred > 0 ? `, and ${barred} items not at all` : ''}`;
}

/** All forms at once, in a model whose items may be there by parts or, if `isWhole`, not. */
export function allBlocks(forms: number, isWhole: boolean): Block[] {
  return isWhole ? Array.from({ length: forms }, () => ({ forms: 1, isWhole })) : [{ forms, isWhole }];
}
