import type { Item } from '@pyladder/exam';

/** How a question is answered. Indexes are those of options; each entry of `accepted` is an answer that is wholly right. */
export type QuizTask =
  | { type: 'one' }
  /** `pick`: how many the stem asks for; null if all that apply. */
  | { type: 'several'; pick: number | null }
  /** An option for each gap `⟨1⟩`, `⟨2⟩`… of the program. */
  | { type: 'gaps'; accepted: number[][] }
  | { type: 'match'; lefts: string[]; accepted: number[][] }
  | { type: 'order'; accepted: number[][] };

/** What of an item other systems can hold. */
export type QuizItem = {
  /** Letters, digits and hyphens; begins with a letter. */
  id: string;
  title: string;
  category: string;
  /** What is said before the questions of a set; '' if this is none of one. */
  preface: string;
  stem: string;
  code: string;
  stdin: string;
  /** The line that is to be put into the program; '' if none is. */
  line: string;
  task: QuizTask;
  options: { text: string; isKey: boolean }[];
  /** Options are words, with code between backticks, or they are code and output throughout. */
  optionsAre: 'words' | 'code';
  explanation: string;
  license: string;
  source: string | null;
};

/** Characters that XML cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Kinds whose options say something in words. */
const inWords: readonly Item['kind'][] = ['insert', 'concept', 'select-many'];

/** An item for other systems, or null where they have no question of its kind. */
export function toQuizItem(item: Item): QuizItem | null {
  const { hash, template, credential, section, stem, code, stdin, options, explanation, license, source } = item;
  const task = taskOf(item);
  const line = item.answer?.type === 'position' ? item.answer.line : '';
  const preface = item.set?.text ?? '';
  const lefts = task?.type === 'match' ? task.lefts : [];
  const texts = [preface, stem, code, stdin, line, explanation, ...lefts, ...options.map(({ text }) => text)];
  if (task === null || texts.some((text) => unspeakable.test(text) || !text.isWellFormed())) return null;
  return {
    id: `item-${hash.slice(0, 24)}`,
    title: `${template} ${hash.slice(0, 8)}`,
    category: `${credential}/${section}`,
    preface,
    stem,
    code,
    stdin,
    line,
    task,
    options: options.map(({ text, key }) => ({ text, isKey: key })),
    optionsAre: inWords.includes(item.kind) ? 'words' : 'code',
    explanation,
    license,
    source,
  };
}

function taskOf({ answer, options, kind }: Item): QuizTask | null {
  switch (answer?.type) {
    case undefined:
    case 'choice':
    case 'position':
      return options.filter(({ key }) => key).length === 1 ? { type: 'one' } : null;
    case 'choices':
      return { type: 'several', pick: answer.pick };
    case 'slots':
      return kind === 'gap'
        ? { type: 'gaps', accepted: answer.accepted }
        : { type: 'match', lefts: answer.slots, accepted: answer.accepted };
    case 'order':
      return { type: 'order', accepted: answer.accepted };
  }
}
