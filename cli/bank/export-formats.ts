import {
  canBeGift,
  canBeMoodleXml,
  type QuizItem,
  toQuizItem,
  writeGift,
  writeMoodleXml,
  writeQti3,
} from '@pyladder/bank/quizzes';
import type { Item, ItemAnswer } from '@pyladder/exam';
import type { ExportFormat } from './export-format-names.ts';

type Writer = { canBe(item: QuizItem): boolean; write(items: readonly QuizItem[]): Uint8Array };

const writers: Record<Exclude<ExportFormat, 'jsonl'>, Writer> = {
  qti3: { canBe: () => true, write: writeQti3 },
  gift: { canBe: canBeGift, write: (items) => new TextEncoder().encode(writeGift(items)) },
  'moodle-xml': { canBe: canBeMoodleXml, write: (items) => new TextEncoder().encode(writeMoodleXml(items)) },
};

/** Items as a file of this format, and how many of them it cannot hold. */
export function formatItems(items: readonly Item[], format: ExportFormat): { bytes: Uint8Array; leftOut: number } {
  if (format === 'jsonl') {
    const lines = items.map((item) => `${JSON.stringify(toExportLine(item))}\n`).join('');
    return { bytes: new TextEncoder().encode(lines), leftOut: 0 };
  }
  const { canBe, write } = writers[format];
  const quizItems = items.flatMap((item) => toQuizItem(item) ?? []).filter(canBe);
  return { bytes: write(quizItems), leftOut: items.length - quizItems.length };
}

/** What other programs are promised of an item. */
function toExportLine(item: Item) {
  const { hash, template, pool, credential, section, objective, kind, stem, code, stdin, options, python, needs } =
    item;
  return {
    id: hash,
    template,
    pool,
    credential,
    section,
    objective,
    kind,
    stem,
    code,
    stdin,
    options: options.map(({ text, key, misconceptions }) => ({
      text,
      key,
      misconceptions: [...new Set(misconceptions.flat())].sort(),
    })),
    ...(item.answer === undefined ? {} : { answer: toExportAnswer(item.answer) }),
    ...(item.set === undefined ? {} : { set: item.set }),
    python,
    needs,
  };
}

/** How it is answered, without the colours of the line, and with beliefs by name. */
function toExportAnswer(answer: ItemAnswer) {
  if (answer.type === 'position') return { type: answer.type, line: answer.line, after: answer.after };
  if (answer.type !== 'slots') return answer;
  const faults = answer.faults.map(({ misconceptions, ...fault }) => ({
    ...fault,
    misconceptions: [...new Set(misconceptions.flat())].sort(),
  }));
  return { ...answer, faults };
}
