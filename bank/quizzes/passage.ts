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

/** The words without the code. */
export function wordsOf(passage: Passage): string {
  return passage.map((piece) => (piece.type === 'words' ? piece.text : ' ')).join('');
}

/**
 * Joins what belongs together: neighbouring words; pieces of code with nothing but a line break between them, as in
 * editors that mark every line of a program on its own.
 */
export function tidyPassage(pieces: readonly Piece[]): Passage {
  const tidy: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = tidy.at(-1);
    const gap = tidy.at(-2);
    if (piece.type === 'words' && last?.type === 'words') {
      tidy[tidy.length - 1] = { type: 'words', text: last.text + piece.text };
    } else if (
      piece.type === 'code' &&
      last?.type === 'words' &&
      gap?.type === 'code' &&
      isGap(last.text, gap, piece)
    ) {
      tidy.splice(-2, 2, joinCode(gap, piece));
    } else if (piece.type === 'code' && last?.type === 'code' && (isBlock(last) || isBlock(piece))) {
      tidy[tidy.length - 1] = joinCode(last, piece);
    } else tidy.push(piece);
  }
  return tidy;
}

type Code = Extract<Piece, { type: 'code' }>;

function isBlock(piece: Code): boolean {
  return piece.form === 'block';
}

/** Lines of one program: a line break between inline pieces, blank lines between blocks of one language. */
function isGap(between: string, a: Code, b: Code): boolean {
  if (/\S/.test(between)) return false;
  return a.language === b.language && a.form === b.form && (isBlock(a) || between.includes('\n'));
}

function joinCode(a: Code, b: Code): Code {
  return { type: 'code', text: `${a.text.replace(/\n$/, '')}\n${b.text}`, form: 'block', language: a.language };
}
