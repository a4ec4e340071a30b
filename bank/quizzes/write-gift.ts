import { escapeGift } from './gift-escapes.ts';
import { optionMarkup, spanMarkup, stemMarkup } from './markup.ts';
import type { QuizItem } from './quiz-item.ts';

/** Matching needs so many pairs. */
const fewestPairs = 3;

/** Whether GIFT has a question like this: one or several options, one gap, pairs; no lines in order, one right answer only. */
export function canBeGift({ task, options }: QuizItem): boolean {
  switch (task.type) {
    case 'one':
      return true;
    case 'several':
      return options.some(({ isKey }) => isKey);
    case 'gaps':
      return task.accepted.length === 1 && task.accepted[0]?.length === 1;
    case 'match':
      return task.accepted.length === 1 && task.lefts.length >= fewestPairs;
    case 'order':
      return false;
  }
}

/** Items as Moodle's GIFT; only those that `canBeGift`. @see https://docs.moodle.org/en/GIFT_format */
export function writeGift(items: readonly QuizItem[]): string {
  let category = '';
  return items
    .map((item) => {
      const head = item.category === category ? '' : `$CATEGORY: $course$/${item.category.replaceAll('\n', ' ')}\n\n`;
      category = item.category;
      return `${head}${writeQuestion(item)}`;
    })
    .join('\n');
}

function writeQuestion(item: QuizItem): string {
  const { title, license, source, explanation } = item;
  const origin = [license, source]
    .filter((part) => part !== null)
    .join(', ')
    .replaceAll('\n', ' ');
  return [
    `// ${origin}`,
    `::${escapeGift(title)}::[html]${escapeGift(stemMarkup(item))}{`,
    ...writeAnswers(item),
    `  ####${escapeGift(`<p>${spanMarkup(explanation)}</p>`)}`,
    '}',
    '',
  ].join('\n');
}

function writeAnswers({ task, options, optionsAre }: QuizItem): string[] {
  const write = (text: string) => escapeGift(optionMarkup(text, optionsAre));
  if (task.type === 'match') {
    const [filling = []] = task.accepted;
    const pairs = task.lefts.map((left, slot) => [left, options[filling[slot] ?? -1]?.text ?? ''] as const);
    const spare = options.filter((_, index) => !filling.includes(index));
    return [
      ...pairs.map(([left, right]) => `  =${escapeGift(optionMarkup(left, 'words'))} -> ${escapeGift(right)}`),
      ...spare.map(({ text }) => `  = -> ${escapeGift(text)}`),
    ];
  }
  if (task.type !== 'several') return options.map(({ text, isKey }) => `  ${isKey ? '=' : '~'}${write(text)}`);
  // As the house counts: (right − wrong) / keys. GIFT takes shares of so many decimals.
  const share = Number((100 / options.filter(({ isKey }) => isKey).length).toFixed(5));
  return options.map(({ text, isKey }) => `  ~%${isKey ? share : -share}%${write(text)}`);
}
