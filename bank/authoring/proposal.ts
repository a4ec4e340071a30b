import { type Misconception, misconceptions, type RunOutcome } from '@pyladder/python';
import { type Candidate, collectCandidates } from '../kinds/output/candidates.ts';
import { chooseDistractors } from '../kinds/output/choice.ts';
import { normalise, optionTextOf } from '../kinds/output/option-text.ts';
import type { BeliefRun } from '../templates/variant.ts';
import { type Program, rankBeliefs, type TrialTools, tryAllBeliefs } from './belief-trials.ts';
import { type Fate, judgeFates } from './fates.ts';

/** A wrong answer that a program invites. More than one belief: this program cannot tell them apart. */
export type ProposedAnswer = {
  text: string;
  /** Most widely held first. */
  beliefs: Misconception[];
  /** How likely a learner is to end here, in [0, 1]; a prior. */
  weight: number;
  /** Whether it would be an option of an item made of this very program. */
  isChosen: boolean;
};

/** What a program can be asked for: distractors, likeliest first. */
export type Proposal = {
  key: string;
  answers: ProposedAnswer[];
  /** Beliefs that act on the program and yet make no wrong answer, each with the reason. */
  useless: Fate[];
  tried: number;
  /** Why the answers do not make an item yet; null if they do. */
  shortage: string | null;
};

/** A program that no item can be made of, said as the end of a sentence that begins with its name. */
export type Unusable = { why: string; line: number | null };

/** Tries every belief there is on a program. */
export async function proposeDistractors(program: Program, tools: TrialTools): Promise<Proposal | Unusable> {
  const real = await tools.python.run('3.14', 0, { ...program, misconceptions: [] }, tools.signal);
  const key = optionTextOf(real);
  if (real.status !== 'finished' || key?.form !== 'printed') return sayUnusable(real);
  const runs = await tryAllBeliefs(program, tools);
  const settings = { cosmetic: false, catalogue: misconceptions };
  const candidates = collectCandidates(key.text, runs, [], settings);
  const chosen = chooseDistractors(key.text, candidates, { cosmetic: false, mayBeLongest: false });
  const taken = typeof chosen === 'string' ? [] : chosen;
  const answers = candidates
    .map((candidate) => toAnswer(candidate, taken))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  return {
    key: key.text,
    answers,
    useless: findUseless(key.text, runs, answers),
    tried: runs.length,
    shortage: typeof chosen === 'string' ? chosen : null,
  };
}

function toAnswer({ text, beliefs, weight }: Candidate, taken: readonly Candidate[]): ProposedAnswer {
  const ids = new Set(beliefs.flat());
  const held = [...misconceptions.values()].filter(({ id }) => ids.has(id));
  return { text, weight, beliefs: rankBeliefs(held), isChosen: taken.some((other) => other.text === text) };
}

function findUseless(key: string, runs: readonly BeliefRun[], answers: readonly ProposedAnswer[]): Fate[] {
  const used = new Set(answers.map(({ text }) => normalise(text)));
  return judgeFates(key, runs, { distractors: [], cosmetic: false }).filter(
    ({ fate, text }) => fate !== 'idle' && fate !== 'refused' && (text === null || !used.has(normalise(text))),
  );
}

function sayUnusable(outcome: RunOutcome): Unusable {
  if (outcome.status === 'raised') {
    const { type, message, line } = outcome.exception;
    const words = `${type}: ${message}`.replace(/: $/, '');
    return { why: type === 'SyntaxError' ? `is not Python: ${message}` : `stops with ${words}`, line };
  }
  if (outcome.status === 'finished') return { why: 'prints nothing', line: null };
  const reason = outcome.status === 'stopped' ? outcome.reason : 'crash';
  const words = {
    time: 'does not end (it was stopped after 2 seconds)',
    output: 'prints without end',
    memory: 'uses too much memory',
    crash: 'breaks the interpreter',
  };
  return { why: words[reason], line: null };
}
