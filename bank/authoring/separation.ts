import { answerOfRun } from '../kinds/output/belief-runs.ts';
import { normalise } from '../kinds/output/option-text.ts';
import type { BeliefRun, Variant } from '../templates/variant.ts';

/** Beliefs that a variant cannot tell apart: from each other, or from Python itself. */
export type Tie = {
  /** Each entry the ids that hold together. */
  sets: string[][];
  /** What the program prints under every one of them. */
  text: string;
  /** Whether that is what Python prints. */
  isKey: boolean;
  /** Numbers (from 1) of the variants of the template that do tell them apart. */
  apart: number[];
};

/** The ties of one variant among the sets of beliefs that its author named, those with the key first. */
export function findTies(variant: Runs, named: readonly string[][], variants: readonly Variant[]): Tie[] {
  const names = new Set(named.map(nameOf));
  const own = variant.beliefRuns.filter((run) => names.has(nameOf(run.beliefs)) && hadEffect(run));
  const ties = [...Map.groupBy(own, (run) => normalise(answerOfRun(run)?.text ?? '\0'))]
    .filter(([text, runs]) => text !== '\0' && (runs.length > 1 || text === normalise(variant.key)))
    .map(([text, runs]) => ({
      sets: runs.map(({ beliefs }) => beliefs),
      text,
      isKey: text === normalise(variant.key),
    }));
  return ties
    .sort((a, b) => Number(b.isKey) - Number(a.isKey))
    .map((tie) => ({
      ...tie,
      apart: variants.flatMap((other, index) => (tellsApart(toRuns(other), tie) ? [index + 1] : [])),
    }));
}

/** A program's key and what it does under beliefs. */
export type Runs = { key: string; beliefRuns: readonly BeliefRun[] };

export function toRuns({ options, beliefRuns }: Variant): Runs {
  return { key: options.find(({ key }) => key)?.text ?? '', beliefRuns };
}

/** Whether every set of a tie prints something of its own here, and, if the tie is with the key, none of them the key. */
export function tellsApart({ key, beliefRuns }: Runs, { sets, isKey }: Pick<Tie, 'sets' | 'isKey'>): boolean {
  const texts = sets.flatMap((set) => {
    const run = beliefRuns.find(({ beliefs }) => nameOf(beliefs) === nameOf(set));
    const text = run === undefined ? null : answerOfRun(run);
    return text === null ? [] : [normalise(text.text)];
  });
  const all = isKey ? [...texts, normalise(key)] : texts;
  return texts.length === sets.length && new Set(all).size === all.length;
}

function hadEffect({ outcome }: BeliefRun): boolean {
  return 'applied' in outcome && outcome.applied.length > 0;
}

function nameOf(set: readonly string[]): string {
  return set.join(' ');
}
