import type { Passage } from './passage.ts';

/** The formats that quizzes are read from. */
export type QuizFormat = 'gift' | 'moodle-xml' | 'aiken' | 'qti' | 'markdown' | 'yaml';

/** One option of a question, or, where the answer is typed, one accepted answer. */
export type QuizOption = { passage: Passage; isKey: boolean };

/**
 * How a question is answered: one option picked, several picked, true or false, an answer typed; `unkeyed` says which
 * options there are but not which is right; `other` cannot be judged by running (essay, matching, gaps…).
 */
export type AnswerForm = 'one' | 'several' | 'truth' | 'typed' | 'unkeyed' | 'other';

/** A question as somebody wrote it, wherever it came from. `line` counts from 1. */
export type QuizQuestion = {
  file: string;
  line: number;
  format: QuizFormat;
  name: string | null;
  /** Category or heading that it stands under; what language it is about may be said there only. */
  context: string;
  stem: Passage;
  options: QuizOption[];
  form: AnswerForm;
  /** Why the key is right, in the author's words; empty where they say nothing. */
  explanation: Passage;
};

/** Something in a file that could not be read; a sentence. */
export type Complaint = { file: string; line: number; what: string };

/** All that was found in a file, in its order. */
export type QuizReading = { questions: QuizQuestion[]; complaints: Complaint[] };

/** A file that holds no quiz, or none that can be read. The message is a sentence. */
export class UnreadableQuiz extends Error {
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.name = 'UnreadableQuiz';
    this.line = line;
  }
}
