import { decodeEntities, hasTags, passageOfHtml } from './html.ts';
import { type Passage, type Piece, tidyPassage } from './passage.ts';

const fenceStart = /^(\s*)(`{3,}|~{3,})\s*\{?\.?([\w+#-]*)[^`]*$/;

/** A line that opens a block of code: how to know its end, and the language. Two backticks are a slip that is seen. */
export function openFence(line: string): { indent: number; marks: string; language: string | null } | null {
  const match = fenceStart.exec(line) ?? /^(\s*)(``)(python|py)?\s*$/.exec(line);
  if (match === null) return null;
  return {
    indent: match[1]?.length ?? 0,
    marks: match[2] ?? '',
    language: match[3] === '' || match[3] === undefined ? null : match[3].toLowerCase(),
  };
}

/** Whether a line closes the block that these marks opened. */
export function closesFence(line: string, marks: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith(marks) && trimmed.split('').every((character) => character === marks[0]);
}

/**
 * Reads Markdown as authors of quizzes use it: fences, code spans, tags of HTML, emphasis. Every line stays a line, because
 * programs are found among the words, too.
 */
export function passageOfMarkdown(text: string): Passage {
  const pieces: Piece[] = [];
  const lines = text.split('\n');
  let words: string[] = [];
  const endWords = () => {
    if (words.length > 0) pieces.push(...readProse(`${words.join('\n')}\n`));
    words = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const fence = openFence(line);
    const indented = fence === null && isBlank(words.at(-1) ?? '') && /^(?: {4}|\t)\s*\S/.test(line);
    if (fence === null && !indented) {
      words.push(line);
      continue;
    }
    endWords();
    const code: string[] = [];
    if (fence !== null) {
      for (i += 1; i < lines.length && !closesFence(lines[i] ?? '', fence.marks); i++) {
        code.push((lines[i] ?? '').replace(new RegExp(`^[ \\t]{0,${fence.indent}}`), ''));
      }
    } else {
      for (; i < lines.length && (isBlank(lines[i] ?? '') || /^(?: {4}|\t)/.test(lines[i] ?? '')); i++) {
        code.push((lines[i] ?? '').replace(/^(?: {4}|\t)/, ''));
      }
      i -= 1;
    }
    const shown = code.join('\n').replaceAll('\u00a0', ' ').replace(/\s+$/, '').replace(/^\n+/, '');
    if (shown !== '') pieces.push({ type: 'code', text: shown, form: 'block', language: fence?.language ?? null });
  }
  endWords();
  return tidyPassage(pieces);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function readProse(text: string): Piece[] {
  if (/<pre[\s>]/i.test(text)) return [...passageOfHtml(breakLines(text))];
  const pieces: Piece[] = [];
  let from = 0;
  for (const span of text.matchAll(/(?<![\\`])(`+)(?!`)((?:[^`]|(?!\1(?!`))`)+?)\1(?!`)/g)) {
    pieces.push(...readWords(text.slice(from, span.index)));
    const code = (span[2] ?? '').replace(/^ (.*) $/s, '$1').replaceAll('\u00a0', ' ');
    pieces.push({ type: 'code', text: code, form: 'inline', language: null });
    from = span.index + span[0].length;
  }
  return [...pieces, ...readWords(text.slice(from))];
}

function readWords(text: string): Piece[] {
  if (text === '') return [];
  const plain = text
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '[picture]')
    .replace(/\[([^\]\n]*)\]\((?:https?:|#|\.|\/)[^)\n]*\)/g, '$1')
    .replace(/(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])/g, '$2');
  const pieces: Piece[] = hasTags(plain)
    ? [...passageOfHtml(breakLines(plain))]
    : [{ type: 'words', text: decodeEntities(plain).replaceAll('\u00a0', ' ') }];
  return pieces.map((piece) =>
    piece.type === 'words' ? { ...piece, text: piece.text.replace(/\\([!-/:-@[-`{-~])/g, '$1') } : piece,
  );
}

function breakLines(text: string): string {
  return text
    .split(/(<(?:pre|code)[\s>][\s\S]*?<\/(?:pre|code)>)/i)
    .map((part) => (/^<(pre|code)/i.test(part) ? part : part.replace(/(?:<br\s*\/?>)?\n/gi, '<br>')))
    .join('');
}
