export { type Imported, type ImportPlace, importQuestion } from './import-question.ts';
export { type ProvingOptions, proveQuiz } from './prove-quiz.ts';
export type { Proven, UndecidedReason, Verdict } from './verdict.ts';
