import { answerOfRun } from '../kinds/output/belief-runs.ts';
import { normalise, withoutPunctuation } from '../kinds/output/option-text.ts';
import type { BeliefRun } from '../templates/variant.ts';

/**
 * What became of a run under a set of beliefs: an option says its output, or it is a wrong answer to
 * spare, or it cannot be one; or it prints what Python prints, with (`key`) or without (`idle`) the
 * beliefs having had anything to act on; or nothing can be said of it.
 */
export type Fate = {
  /** Ids that hold together. */
  beliefs: string[];
  fate: 'option' | 'spare' | 'unfit' | 'key' | 'idle' | 'endless' | 'refused';
  /** What is printed under the beliefs, as an option would say it. */
  text: string | null;
  /** Why it is no option; null for an option. */
  why: string | null;
};

type Offered = { text: string; form?: 'printed' | 'sentence' };

/** The fate of every run, in their order, beside the distractors that were chosen. */
export function judgeFates(
  key: string,
  runs: readonly BeliefRun[],
  { distractors, cosmetic }: { distractors: readonly Offered[]; cosmetic: boolean },
): Fate[] {
  const offered = new Set(distractors.map(({ text }) => normalise(text)));
  return runs.map((run): Fate => {
    const { beliefs, outcome } = run;
    const option = answerOfRun(run);
    if (outcome.status === 'not-applicable') {
      return { beliefs, fate: 'refused', text: null, why: `cannot be applied: ${outcome.why}` };
    }
    if (outcome.status === 'stopped' || option === null) {
      return { beliefs, fate: 'endless', text: null, why: sayStop(outcome) };
    }
    const { text, form } = option;
    if (normalise(text) === normalise(key)) {
      return outcome.applied.length === 0
        ? { beliefs, fate: 'idle', text, why: 'has nothing to act on in this program' }
        : { beliefs, fate: 'key', text, why: 'acts, and the program prints the key all the same' };
    }
    if (offered.has(normalise(text))) return { beliefs, fate: 'option', text, why: null };
    if (!cosmetic && withoutPunctuation(text) === withoutPunctuation(key)) {
      return { beliefs, fate: 'unfit', text, why: 'differs from the key by quotes and commas only' };
    }
    if (isLong(text)) return { beliefs, fate: 'unfit', text, why: 'is longer than 8 lines or 240 characters' };
    if (!cosmetic && distractors.some((other) => withoutPunctuation(other.text) === withoutPunctuation(text))) {
      return { beliefs, fate: 'spare', text, why: 'differs from an option by quotes and commas only' };
    }
    const errors = distractors.filter((other) => isSentence(other.text)).length;
    const why = form === 'sentence' && errors > 0 ? 'one option names an error already' : 'likelier answers were taken';
    return { beliefs, fate: 'spare', text, why };
  });
}

function sayStop(outcome: BeliefRun['outcome']): string {
  const reason = outcome.status === 'stopped' ? outcome.reason : 'crash';
  const words = {
    time: 'makes the program endless',
    output: 'makes the program print without end',
    memory: 'makes the program use too much memory',
    crash: 'breaks the interpreter',
  };
  return words[reason];
}

function isLong(text: string): boolean {
  return text.split('\n').length > 8 || text.length > 240;
}

function isSentence(text: string): boolean {
  return /(^|\n)The program (stops|prints)/.test(text);
}
