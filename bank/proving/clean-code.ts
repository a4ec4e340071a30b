const typographic: [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\uff07\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\uff02]/g, '"'],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
  [/[\u00a0\u2002-\u200a\u3000]/g, ' '],
];
const fullwidth = /[\uff01-\uff5e]/g;

/** Characters that word processors put in the place of Python's own: quotes, blanks, letters of double width. */
export function foldTypography(text: string): string {
  const folded = typographic.reduce((folding, [pattern, plain]) => folding.replace(pattern, plain), text);
  return folded.replace(fullwidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** A program as it can be run, and how it was written. */
export type CleanCode = {
  source: string;
  /** Whether it is a session in the interpreter: expressions show their value. */
  isSession: boolean;
  /** Whether characters were changed on the way. */
  isFolded: boolean;
};

/** Takes off what is around a program: prompts with what they answered, line numbers, a common indentation. */
export function cleanCode(text: string): CleanCode {
  const folded = foldTypography(text);
  const lines = folded.split('\n').map((line) => line.trimEnd());
  const isSession = lines.some((line) => /^\s*>>>/.test(line));
  const bare = isSession ? takePrompts(lines) : dropNumbers(lines);
  const source = dedent(bare)
    .join('\n')
    .replace(/^\n+|\s+$/g, '');
  return { source, isSession, isFolded: folded !== text };
}

function takePrompts(lines: readonly string[]): string[] {
  return lines.filter((line) => /^\s*(>>>|\.\.\.)/.test(line)).map((line) => line.replace(/^\s*(?:>>>|\.\.\.) ?/, ''));
}

/** 1, 2, 3… before every line. */
function dropNumbers(lines: readonly string[]): readonly string[] {
  const numbered = lines.filter((line) => line.trim() !== '');
  const marks = numbered.map((line) => /^\s*(\d+)\s*[.:|)]?(?:\s|$)/.exec(line));
  const isNumbered =
    numbered.length > 1 && marks.every((mark, index) => mark !== null && Number(mark[1]) === index + 1);
  return isNumbered ? lines.map((line) => line.replace(/^\s*\d+(?:\s?[.:|)])? ?/, '')) : lines;
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...(indents.length === 0 ? [0] : indents));
  return lines.map((line) => line.slice(common));
}
