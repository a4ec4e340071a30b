import type { RunOutcome } from '@pyladder/python';
import { normalise, optionTextOf, withoutPunctuation } from '@pyladder/python/answers';

/** What becomes of a belief's answer when a question is made of a program, by the same rules as in the bank. */
export type Fate =
  | { kind: 'option'; text: string }
  /** It is what Python prints, too, although the belief made a difference on the way: who holds it is rewarded. */
  | { kind: 'key'; text: string }
  /** It is what Python prints, too, for nothing in the program touches the belief. */
  | { kind: 'idle'; text: string }
  /** Another belief, by its place, answers the same. */
  | { kind: 'same'; text: string; as: number }
  /** A glance would not tell it from the key. */
  | { kind: 'alike'; text: string }
  | { kind: 'none'; why: 'time' | 'output' | 'memory' | 'crash' | 'inapplicable' }
  | { kind: 'waiting' };

/** The question that would follow; `key` is null where the program makes none. */
export type Question = { key: string | null; fates: Fate[] };

/**
 * Judges what a program did in Python and under beliefs.
 *
 * @param beliefs outcomes in the order of the beliefs; undefined for those that have not run
 */
export function judgeAnswers(python: RunOutcome, beliefs: readonly (RunOutcome | undefined)[]): Question {
  const answer = python.status === 'finished' ? optionTextOf(python) : null;
  const key = answer?.form === 'printed' ? answer.text : null;
  const texts = beliefs.map((outcome) => (outcome === undefined ? null : (optionTextOf(outcome)?.text ?? null)));
  const fates = beliefs.map((outcome, index): Fate => {
    const text = texts[index] ?? null;
    if (outcome === undefined) return { kind: 'waiting' };
    if (text === null) return { kind: 'none', why: outcome.status === 'stopped' ? outcome.reason : 'inapplicable' };
    const before = texts.findIndex((other) => other !== null && normalise(other) === normalise(text));
    if (isKey(text, python)) return { kind: isTouched(outcome) ? 'key' : 'idle', text };
    if (key !== null && withoutPunctuation(text) === withoutPunctuation(key)) return { kind: 'alike', text };
    return before < index ? { kind: 'same', text, as: before } : { kind: 'option', text };
  });
  return { key, fates };
}

/** A program that stops with an error has an answer as well, though no question is made of it. */
function isKey(text: string, python: RunOutcome): boolean {
  const right = optionTextOf(python);
  return right !== null && normalise(right.text) === normalise(text);
}

function isTouched(outcome: RunOutcome): boolean {
  return 'applied' in outcome && outcome.applied.length > 0;
}
