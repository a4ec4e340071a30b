import type { RefusalCode } from '@pyladder/exam';
import { createMessages } from './catalogue.ts';
import catalogue from './refusals.en.json' with { type: 'json' };

/** A code without a sentence does not compile. */
const sentences: Record<RefusalCode, string> = catalogue;

const { t } = createMessages(sentences);

/** What a person is told when the product says no. */
export function explainRefusal(code: RefusalCode): string {
  return t(code);
}

/** Whether the word is one of the product's refusal codes. */
export function isRefusalCode(word: string): word is RefusalCode {
  return Object.hasOwn(sentences, word);
}
