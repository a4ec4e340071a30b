/** A piece of a text: words, or code that the author marked as code. */
export type Piece =
  | { type: 'words'; text: string }
  | { type: 'code'; text: string; form: 'block' | 'inline'; language: string | null };

/** A text as its author wrote it, with code told from words; line breaks are kept. */
export type Passage = readonly Piece[];

/** Words only. */
export function wordsPassage(text: string): Passage {
  return tidyPassage([{ type: 'words', text }]);
}

/** Everything as one text, code blocks on lines of their own. */
export function textOf(passage: Passage): string {
  let text = '';
  for (const piece of passage) {
    const isBlock = piece.type === 'code' && piece.form === 'block';
    if (isBlock && text !== '' && !text.endsWith('\n')) text += '\n';
    text += piece.text;
    if (isBlock) text += '\n';
  }
  return text.replace(/^\n+|\s+$/g, '');
}

/**
 * Joins what belongs together: neighbouring words; pieces of code with nothing but a line break between them, as in
 * editors that mark every line of a program on its own.
 */
export function tidyPassage(pieces: readonly Piece[]): Passage {
  const filled = pieces.filter(({ text }) => text !== '');
  return joinBlocks(joinLines(filled));
}

type Code = Extract<Piece, { type: 'code' }>;

/** Inline pieces that stand below each other become a block; neighbouring words become one piece. */
function joinLines(pieces: readonly Piece[]): Piece[] {
  const tidy: Piece[] = [];
  let isJoined = false;
  for (const piece of pieces) {
    const last = tidy.at(-1);
    const before = tidy.at(-2);
    if (piece.type === 'words' && last?.type === 'words') {
      tidy[tidy.length - 1] = { type: 'words', text: last.text + piece.text };
      continue;
    }
    const isLine =
      piece.type === 'code' && piece.form === 'inline' && last?.type === 'words' && /^[^\S\n]*\n\s*$/.test(last.text);
    if (isLine && before?.type === 'code' && (isJoined || before.form === 'inline')) {
      tidy.splice(-2, 2, joinCode(before, piece));
      isJoined = true;
      continue;
    }
    if (piece.type === 'code') isJoined = false;
    tidy.push(piece);
  }
  return tidy;
}

/** Blocks of one language with nothing between them are one program. */
function joinBlocks(pieces: readonly Piece[]): Piece[] {
  const tidy: Piece[] = [];
  for (const piece of pieces) {
    const last = tidy.at(-1);
    const before = tidy.at(-2);
    if (isBlock(piece) && isBlock(last) && piece.language === last.language)
      tidy[tidy.length - 1] = joinCode(last, piece);
    else if (
      isBlock(piece) &&
      last?.type === 'words' &&
      !/\S/.test(last.text) &&
      isBlock(before) &&
      piece.language === before.language
    ) {
      tidy.splice(-2, 2, joinCode(before, piece));
    } else tidy.push(piece);
  }
  return tidy;
}

function isBlock(piece: Piece | undefined): piece is Code {
  return piece?.type === 'code' && piece.form === 'block';
}

function joinCode(a: Code, b: Code): Code {
  return { type: 'code', text: `${a.text.replace(/\n$/, '')}\n${b.text}`, form: 'block', language: a.language };
}
