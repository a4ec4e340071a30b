import type { QuizQuestion } from '../quizzes/question.ts';

/** Why a question stays undecided. Stable words, for programs; `why` says it to people. */
export type UndecidedReason =
  | 'not-a-choice'
  | 'no-key'
  | 'not-runnable'
  | 'no-program'
  | 'several-programs'
  | 'not-python'
  | 'python-2'
  | 'incomplete'
  | 'needs-package'
  | 'needs-machine'
  | 'input-unknown'
  | 'no-end'
  | 'may-vary'
  | 'ambiguous-options'
  | 'key-in-words'
  | 'unsure';

/** What running says of a question's key. Every one is a normal outcome. */
export type Verdict =
  | { verdict: 'confirmed'; truth: string }
  | {
      verdict: 'contradicted';
      /** What Python does. */
      truth: string;
      /** The option that says so, counted from 0, or null if none does. */
      option: number | null;
    }
  | { verdict: 'depends'; on: 'version' | 'seed'; truths: { python: string; hashSeed: number; truth: string }[] }
  | { verdict: 'undecided'; reason: UndecidedReason; why: string; truth: string | null };

/** A question with its verdict and the program that was run, if there was one. */
export type Proven = { question: QuizQuestion; program: string | null; verdict: Verdict };

/** Not decided, and why; a sentence without its full stop. */
export function undecided(reason: UndecidedReason, why: string, truth: string | null = null): Verdict {
  return { verdict: 'undecided', reason, why, truth };
}
