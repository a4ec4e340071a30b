import type { ItemOption } from '@pyladder/exam';
import type { PythonPool } from '@pyladder/python/node';
import { buildTemplate } from '../build/build-template.ts';
import { explained } from '../gates/explained.ts';
import { proveOutput } from '../kinds/output/proof.ts';
import { type LazyNative, lazyNative } from '../native/lazy-native.ts';
import { pythonFor } from '../native/python-for.ts';
import { type Problem, sortProblems } from '../problem.ts';
import type { Rendered } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';
import type { ProofRun, Variant } from '../templates/variant.ts';
import { type Fate, judgeFates } from './fates.ts';
import { findTies, type Tie, toRuns } from './separation.ts';
import { findPartingParams, type Suggestion } from './suggestion.ts';

/** Every run behind one variant of a template, or behind a draw that no item can be made of. */
export type Explanation = {
  template: string;
  /** From 1; null for a draw that was left out. */
  variant: number | null;
  variants: number;
  wanted: number;
  /** Why the draw was left out; null for a variant. */
  leftOut: string | null;
  rendered: Rendered;
  proof: ProofRun[];
  options: ItemOption[];
  /** What the item is beside its options; null for a draw that was left out. */
  item: Pick<Variant, 'stem' | 'shownCode' | 'answer' | 'tried'> | null;
  fates: Fate[];
  /** Beliefs that this variant cannot tell apart; `suggestion` only where no variant of the template can. */
  ties: (Tie & { suggestion: Suggestion | null })[];
  /** Values of params that were run in search of suggestions. */
  tried: number;
  /** What the gates find wrong with the template. */
  problems: Problem[];
  /** Of a scenario, what is said before its items, and each of them. */
  set: { text: string; items: ExplainedItem[] } | null;
};

/** What is told of one item of a scenario. */
export type ExplainedItem = Pick<Explanation, 'rendered' | 'proof' | 'options' | 'item' | 'fates'>;

export type ExplainWish = { seed: string; variant: number; python: PythonPool; signal?: AbortSignal | undefined };

/** The template has nothing to run: its problems say why; or it has fewer variants than were asked for. */
export type Unexplained = { variants: number; problems: Problem[] };

/** An author sees the runs before the explanation is written. */
const standIn = 'Words that stand for an explanation yet to be written.';

/** Builds a template as the bank does and tells all that happened to one of its variants, counted from 1. */
export async function explainTemplate(template: Template, wish: ExplainWish): Promise<Explanation | Unexplained> {
  const native = lazyNative();
  try {
    return await explainWith(template, wish, native);
  } finally {
    await native.close();
  }
}

async function explainWith(
  template: Template,
  { seed, variant: number, python: pool, signal }: ExplainWish,
  native: LazyNative,
): Promise<Explanation | Unexplained> {
  const { whole, unexplained } = withExplanations(template);
  const result = await buildTemplate(whole, seed, { python: pool, native, signal });
  const python = pythonFor(template, { python: pool, native });
  const { built } = result;
  const problems = sortProblems([...unexplained, ...result.problems]);
  const { variants, leftOut } = built;
  const about = { template: template.id, variants: variants.length, wanted: template.variants, problems };
  const cosmetic = template.allow.includes('cosmetic');
  const variant = variants[number - 1];
  if (variant !== undefined) {
    const runs = toRuns(variant);
    const ties = findTies(runs, template.misconceptions, variants);
    const lasting = ties.filter(({ apart }) => apart.length === 0);
    const { suggestions, tried } = await findPartingParams(template, variant, lasting, { python, signal });
    return {
      ...about,
      variant: number,
      leftOut: null,
      ...explainItem(variant, cosmetic),
      set: explainSet(variant, template),
      ties: ties.map((tie) => ({ ...tie, suggestion: suggestions[lasting.indexOf(tie)] ?? null })),
      tried,
    };
  }
  const failed = leftOut[0];
  if (variants.length > 0 || failed === undefined) return { variants: variants.length, problems };
  const proof = await proveOutput(failed.rendered, template.python, { python, depth: 'whole', signal });
  return {
    ...about,
    variant: null,
    leftOut: failed.why,
    rendered: failed.rendered,
    proof,
    options: [],
    item: null,
    fates: judgeFates(printedBy(proof), failed.beliefRuns, { distractors: [], cosmetic }).map(withoutRank),
    ties: [],
    tried: 0,
    set: null,
  };
}

/** The template with words for every explanation that is missing, in it or in its items, and what the gates say to that. */
function withExplanations(template: Template): { whole: Template; unexplained: Problem[] } {
  if (template.members.length > 0) {
    const members = template.members.map(withExplanations);
    return {
      whole: { ...template, members: members.map(({ whole }) => whole) },
      unexplained: members.flatMap(({ unexplained }) => unexplained),
    };
  }
  const unexplained = explained(template);
  return { whole: unexplained.length === 0 ? template : { ...template, explanation: [standIn] }, unexplained };
}

function explainSet({ set }: Variant, template: Template): Explanation['set'] {
  if (set === undefined) return null;
  const items = set.members.map((member, index) =>
    explainItem(member, template.members[index]?.allow.includes('cosmetic') === true),
  );
  return { text: set.text, items };
}

/** Of a scenario only the draw: what its items are is told of each. */
function explainItem(variant: Variant, cosmetic: boolean): ExplainedItem {
  const { options, beliefRuns, proof, answer, set } = variant;
  const distractors = options.filter(({ key }) => !key);
  const fates = set === undefined ? judgeFates(toRuns(variant).key, beliefRuns, { distractors, cosmetic }) : [];
  const isChoice = answer === undefined || answer.type === 'choice';
  return {
    rendered: toRendered(variant),
    proof,
    options,
    item: toItemParts(variant),
    fates: isChoice ? fates : fates.map(asAnswer),
  };
}

/** Where the answer is more than one option, a wrong answer is none of them and may be long. */
function asAnswer(fate: Fate): Fate {
  return fate.fate === 'spare' || fate.fate === 'unfit' ? { ...fate, fate: 'spare', why: null } : fate;
}

function toItemParts({ stem, shownCode, answer, tried }: Variant): Explanation['item'] {
  return {
    stem,
    ...(shownCode === undefined ? {} : { shownCode }),
    ...(answer === undefined ? {} : { answer }),
    ...(tried === undefined ? {} : { tried }),
  };
}

function toRendered({
  draw,
  code,
  written,
  stdin,
  stem,
  explanation,
  description,
  distractors,
  texts,
  members,
}: Rendered): Rendered {
  return {
    draw,
    code,
    written,
    stdin,
    stem,
    explanation,
    description,
    distractors,
    texts,
    members: members.map(toRendered),
  };
}

function printedBy([first]: readonly ProofRun[]): string {
  return first?.outcome.status === 'finished' ? first.outcome.stdout : '';
}

/** Where there are no options, nothing was likelier. */
function withoutRank(fate: Fate): Fate {
  return fate.fate === 'spare' ? { ...fate, why: 'would do as a wrong answer' } : fate;
}
