import type { Passage } from '../quizzes/passage.ts';
import { foldTypography } from './clean-code.ts';

/** What a question says, with code set aside: `⟦0⟧` in the words is `inline[0]`, `⟦#0⟧` is `blocks[0]`. */
export type Sentence = {
  words: string;
  inline: string[];
  blocks: { text: string; language: string | null }[];
};

/** Sets code aside. */
export function readSentence(stem: Passage): Sentence {
  const inline: string[] = [];
  const blocks: Sentence['blocks'] = [];
  let words = '';
  for (const piece of stem) {
    if (piece.type === 'words') words += piece.text;
    else if (piece.form === 'block')
      words += `\n⟦#${blocks.push({ text: piece.text, language: piece.language }) - 1}⟧\n`;
    else words += `⟦${inline.push(piece.text) - 1}⟧`;
  }
  return { words: foldTypography(words), inline, blocks };
}
