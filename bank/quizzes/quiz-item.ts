import type { Item } from '@pyladder/exam';

/** What of an item other systems can hold: a question with one right option. */
export type QuizItem = {
  /** Letters, digits and hyphens; begins with a letter. */
  id: string;
  title: string;
  category: string;
  stem: string;
  code: string;
  stdin: string;
  options: { text: string; isKey: boolean }[];
  explanation: string;
  license: string;
  source: string | null;
};

/** Characters that XML cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** An item for other systems, or null where they have no question of its kind. */
export function toQuizItem(item: Item): QuizItem | null {
  const { hash, template, credential, section, stem, code, stdin, options, explanation, license, source } = item;
  const texts = [stem, code, stdin, explanation, ...options.map(({ text }) => text)];
  if (
    options.filter(({ key }) => key).length !== 1 ||
    texts.some((text) => unspeakable.test(text) || !text.isWellFormed())
  )
    return null;
  return {
    id: `item-${hash.slice(0, 24)}`,
    title: `${template} ${hash.slice(0, 8)}`,
    category: `${credential}/${section}`,
    stem,
    code,
    stdin,
    options: options.map(({ text, key }) => ({ text, isKey: key })),
    explanation,
    license,
    source,
  };
}
