import type { Trace, TraceStep } from '../protocol.ts';
import type { Parting, PartingNext, PartingSide } from './parting.ts';
import { type Variables, Walk } from './walk.ts';

/** Longer output is not read in a debrief. */
const mostPrinted = 240;
const mostVariables = 4;

/**
 * The first line at which a program does something else under a belief than in Python, both having gone the
 * same way until then; null if the traces show no difference, or end before one.
 */
export function findParting(python: Trace, belief: Trace): Parting | null {
  const sides = { python: sideOf(python), belief: sideOf(belief) };
  for (const [index, step] of python.steps.entries()) {
    const other = belief.steps[index];
    if (other === undefined) return null;
    // That a class has less in it shows where it is used.
    if (endsClass(step) !== endsClass(other)) return null;
    const parting = partAt({ ...sides.python, step }, { ...sides.belief, step: other });
    if (parting !== null) return parting;
    // A difference that cannot be seen here, such as where a variable is kept, may show further on.
    if (!isInSamePlace(step, other) || isOutOfStep({ ...sides.python, step }, { ...sides.belief, step: other }))
      return null;
    sides.python.walk.take(step);
    sides.belief.walk.take(other);
  }
  return null;
}

/** One of the two programs: what it has done, and what it prints in all. */
type Side = { walk: Walk; stdout: string };
type SideAt = Side & { step: TraceStep };

function sideOf({ outcome }: Trace): Side {
  return { walk: new Walk(), stdout: 'stdout' in outcome ? outcome.stdout : '' };
}

function partAt(python: SideAt, belief: SideAt): Parting | null {
  const at = python.walk.lineBefore(python.step);
  if (at === null) return null;
  const names = namesThatDiffer(python, belief);
  const isPrintedSame = printedBy(python) === printedBy(belief);
  const isNextSame = isInSamePlace(python.step, belief.step) && python.step.value === belief.step.value;
  if (isPrintedSame && isNextSame && !names.some((name) => isTelling(name, python, belief))) return null;
  const tell = (side: SideAt): PartingSide => ({
    variables: Object.fromEntries(names.map((name) => [name, valueIn(side, name)])),
    printed: isPrintedSame ? null : cut(printedBy(side)),
    next: isNextSame ? null : nextOf(side.step),
  });
  return { line: at.line, time: at.time, step: at.index, python: tell(python), belief: tell(belief) };
}

/** Names that mean something else on the two sides; of steps in different calls none, for these cannot be compared. */
function namesThatDiffer(python: SideAt, belief: SideAt): string[] {
  if (python.step.call !== belief.step.call || python.step.function !== belief.step.function) return [];
  const changed = [python.step, belief.step].flatMap((step) => Object.keys({ ...step.shared, ...step.changed }));
  return [...new Set(changed)]
    .filter((name) => valueIn(python, name) !== valueIn(belief, name))
    .slice(0, mostVariables);
}

/** Some beliefs are mimicked by working something out a step earlier, at a line whose variables are not there yet. */
function isOutOfStep(python: SideAt, belief: SideAt): boolean {
  return namesThatDiffer(python, belief).length > 0;
}

/** A name that Python has just made and the belief has not is no difference by itself. */
function isTelling(name: string, python: SideAt, belief: SideAt): boolean {
  return valueIn(belief, name) !== null || python.walk.of(python.step.call).has(name);
}

/** What a name means after a step. */
function valueIn({ walk, step }: SideAt, name: string): string | null {
  const own = afterChange(walk.of(step.call), step.changed, name);
  return own ?? (step.call === 0 ? null : afterChange(walk.of(0), step.shared, name));
}

function afterChange(before: Variables, changes: Readonly<Record<string, string | null>>, name: string): string | null {
  const change = changes[name];
  return change === undefined ? (before.get(name) ?? null) : change;
}

function nextOf({ event, line, call, value }: TraceStep): PartingNext {
  if (event === 'line') return { event, line };
  return event === 'return' && call === 0 ? { event: 'end' } : { event, value: value ?? 'None' };
}

function isInSamePlace(a: TraceStep, b: TraceStep): boolean {
  return a.event === b.event && a.line === b.line && a.call === b.call && a.function === b.function;
}

/** The body of a class gives nothing back, not even None. */
function endsClass({ event, call, value }: TraceStep): boolean {
  return event === 'return' && call !== 0 && value === null;
}

function printedBy({ walk, stdout, step }: SideAt): string {
  return stdout.slice(walk.written, step.written);
}

function cut(text: string): string {
  return text.length <= mostPrinted ? text : `${text.slice(0, mostPrinted - 1)}…`;
}
