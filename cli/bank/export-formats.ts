import { toQuizItem, writeGift, writeMoodleXml, writeQti3 } from '@pyladder/bank/quizzes';
import type { Item } from '@pyladder/exam';

/** The formats that items are exported in. */
export const exportFormats = ['jsonl', 'qti3', 'gift', 'moodle-xml'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Items as a file of this format, and how many of them it cannot hold. */
export function formatItems(items: readonly Item[], format: ExportFormat): { bytes: Uint8Array; leftOut: number } {
  if (format === 'jsonl') {
    const lines = items.map((item) => `${JSON.stringify(toExportLine(item))}\n`).join('');
    return { bytes: new TextEncoder().encode(lines), leftOut: 0 };
  }
  const quizItems = items.flatMap((item) => toQuizItem(item) ?? []);
  const leftOut = items.length - quizItems.length;
  if (format === 'qti3') return { bytes: writeQti3(quizItems), leftOut };
  const text = format === 'gift' ? writeGift(quizItems) : writeMoodleXml(quizItems);
  return { bytes: new TextEncoder().encode(text), leftOut };
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
    python,
    needs,
  };
}
