import { escapeGift } from './gift-escapes.ts';
import { optionMarkup, spanMarkup, stemMarkup } from './markup.ts';
import type { QuizItem } from './quiz-item.ts';

/** Items as Moodle's GIFT. @see https://docs.moodle.org/en/GIFT_format */
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
  const { title, license, source, options, explanation } = item;
  const origin = [license, source]
    .filter((part) => part !== null)
    .join(', ')
    .replaceAll('\n', ' ');
  return [
    `// ${origin}`,
    `::${escapeGift(title)}::[html]${escapeGift(stemMarkup(item))}{`,
    ...options.map(({ text, isKey }) => `  ${isKey ? '=' : '~'}${escapeGift(optionMarkup(text))}`),
    `  ####${escapeGift(`<p>${spanMarkup(explanation)}</p>`)}`,
    '}',
    '',
  ].join('\n');
}
