import type { PythonPool } from '@pyladder/python/node';
import { runUnderBeliefs } from '../kinds/output/belief-runs.ts';
import { optionTextOf } from '../kinds/output/option-text.ts';
import type { Draw } from '../templates/params.ts';
import { type Rendered, renderDraws } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';
import { listNearDraws } from './neighbours.ts';
import { type Runs, type Tie, tellsApart } from './separation.ts';

/** Values under which beliefs that were tied part. */
export type Suggestion = {
  /** Only what differs from the variant: Python source by param. */
  values: Record<string, string>;
  /** What Python prints then, and what each set of the tie does. */
  key: string;
  answers: { beliefs: string[]; text: string }[];
};

export type TieSearch = {
  suggestions: (Suggestion | null)[];
  /** Draws that were run. */
  tried: number;
};

/** Draws that are looked at, and of those that meet the conditions, run: some seconds at the very most. */
const mostDraws = 300;
const mostRuns = 40;
const mostRenderings = 40;
const atATime = 4;

/** Looks for params near those of a variant that part the beliefs of each tie. */
export async function findPartingParams(
  template: Template,
  rendered: Rendered,
  ties: readonly Tie[],
  tools: { python: PythonPool; signal?: AbortSignal | undefined },
): Promise<TieSearch> {
  const found: (Suggestion | null)[] = ties.map(() => null);
  // What beliefs lead to is found out here by what they print.
  if (ties.length === 0 || template.kind !== 'output') return { suggestions: found, tried: 0 };
  const near = await renderNear(template, rendered, tools);
  const sets = [...new Map(ties.flatMap((tie) => tie.sets).map((set) => [set.join(' '), set])).values()];
  let tried = 0;
  while (tried < Math.min(near.length, mostRuns) && found.includes(null)) {
    const batch = near.slice(tried, Math.min(tried + atATime, mostRuns));
    tried += batch.length;
    const results = await Promise.all(batch.map((other) => runNear(other, sets, tools)));
    for (const [index, runs] of results.entries()) {
      const other = batch[index];
      if (runs === null || other === undefined) continue;
      for (const [place, tie] of ties.entries()) {
        if (found[place] === null && tellsApart(runs, tie))
          found[place] = toSuggestion(rendered.draw, other, runs, tie);
      }
    }
  }
  return { suggestions: found, tried };
}

/** Other programs than the variant's, those that meet the template's conditions; none if an expression cannot take the values. */
async function renderNear(
  template: Template,
  { draw, code, stdin }: Rendered,
  { python, signal }: Parameters<typeof findPartingParams>[3],
): Promise<Rendered[]> {
  const seen = new Set([`${code}\0${stdin}`]);
  const draws = new Map<string, Draw>();
  for (const other of listNearDraws(draw, template.params)) {
    draws.set(JSON.stringify([...other.values()]), other);
    if (draws.size >= mostDraws) break;
  }
  const rendered = await renderEach(template, [...draws.values()], python, signal);
  return rendered.filter((other) => {
    const own = `${other.code}\0${other.stdin}`;
    return !seen.has(own) && seen.add(own);
  });
}

/** A value that breaks an expression of the template must not cost those that do not: halves, until it stands alone. */
async function renderEach(
  template: Template,
  draws: readonly Draw[],
  python: PythonPool,
  signal?: AbortSignal,
): Promise<Rendered[]> {
  const waiting = [draws];
  const rendered: Rendered[] = [];
  for (let runs = 0; runs < mostRenderings; runs++) {
    const part = waiting.shift();
    if (part === undefined || part.length === 0) break;
    const result = await renderDraws(template, part, python, signal);
    const half = Math.ceil(part.length / 2);
    if (result.ok) rendered.push(...result.rendered);
    else if (part.length > 1) waiting.push(part.slice(0, half), part.slice(half));
  }
  return rendered;
}

/** Null where the program has no output to ask for. */
async function runNear(
  rendered: Rendered,
  sets: readonly string[][],
  { python, signal }: Parameters<typeof findPartingParams>[3],
): Promise<Runs | null> {
  const [real, ...beliefRuns] = await runUnderBeliefs([[], ...sets], rendered, python, signal);
  const key = real === undefined ? null : optionTextOf(real.outcome);
  return key?.form === 'printed' ? { key: key.text, beliefRuns } : null;
}

function toSuggestion(from: Draw, { draw }: Rendered, { key, beliefRuns }: Runs, { sets }: Tie): Suggestion {
  const answers = sets.map((beliefs) => {
    const run = beliefRuns.find((other) => other.beliefs.join(' ') === beliefs.join(' '));
    return { beliefs, text: (run === undefined ? null : optionTextOf(run.outcome))?.text ?? '' };
  });
  const values = Object.fromEntries([...draw].filter(([name, value]) => from.get(name) !== value));
  return { values, key, answers };
}
