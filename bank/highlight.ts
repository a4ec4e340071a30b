import type { HighlightedLine, TokenTone } from '@pyladder/exam';
import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';

/** Gaps are no Python: they are found by themselves. */
type PythonTone = Exclude<TokenTone, 'gap'>;

/** Stand-ins for colours: the highlighter needs some, the site has its own for every tone. */
const colours: Record<PythonTone, string> = {
  plain: '#000000',
  keyword: '#000001',
  string: '#000002',
  number: '#000003',
  comment: '#000004',
  name: '#000005',
};

const scopes: [PythonTone, string[]][] = [
  ['keyword', ['keyword', 'storage.type.function', 'storage.type.class', 'storage.modifier', 'constant.language']],
  [
    'plain',
    ['keyword.operator', 'punctuation', 'constant.character.format.placeholder', 'meta.fstring.python punctuation'],
  ],
  ['keyword', ['keyword.operator.logical']],
  ['string', ['string', 'constant.character.escape', 'storage.type.string', 'punctuation.definition.string']],
  ['number', ['constant.numeric', 'storage.type.number', 'storage.type.imaginary']],
  ['comment', ['comment', 'punctuation.definition.comment']],
  [
    'name',
    ['entity.name.function', 'entity.name.type', 'support.function', 'support.type', 'meta.function-call.generic'],
  ],
];

const theme: ThemeRegistrationRaw = {
  name: 'tones',
  settings: [
    { settings: { foreground: colours.plain, background: '#ffffff' } },
    ...scopes.map(([tone, scope]) => ({ scope, settings: { foreground: colours[tone] } })),
  ],
};

const tones = new Map(Object.entries(colours).map(([tone, colour]) => [colour, tone as PythonTone]));

/** Where an option is to stand: `⟨1⟩`. */
const gap = /⟨(\d+)⟩/g;

/** Gives every piece of a program its tone. */
export type Highlight = (code: string) => HighlightedLine[];

let highlighter: Promise<HighlighterCore> | undefined;

/** The highlighter for Python, made once. */
export async function openHighlight(): Promise<Highlight> {
  highlighter ??= createHighlighterCore({ themes: [theme], langs: [python], engine: createJavaScriptRegexEngine() });
  const ready = await highlighter;
  return (code) => {
    // Without a limit of time: a busy machine must not give other pieces, for an item's hash covers them.
    const settings = { lang: 'python', theme: 'tones', tokenizeTimeLimit: 0 };
    const written = code.replace(/\n$/, '');
    // A gap is no Python; a name of its length can stand wherever one stands.
    const { tokens } = ready.codeToTokens(written.replace(gap, '_$1_'), settings);
    const lines = written.split('\n');
    return tokens.map((line, index) => {
      const lengths = line.map(({ content }) => content.length);
      const toneAt = line.map(({ color }) => tones.get((color ?? '').toLowerCase()) ?? 'plain');
      return joinTones(cutLine(lines[index] ?? '', lengths).map(([text, at]) => [text, toneAt[at] ?? 'gap']));
    });
  };
}

/** A line cut into pieces of these lengths, each with its index; a gap is a piece of its own, with the index -1. */
function cutLine(line: string, lengths: readonly number[]): [text: string, index: number][] {
  const gaps = [...line.matchAll(gap)].map(({ index, 0: text }) => ({ text, start: index, end: index + text.length }));
  let begin = 0;
  let done = 0;
  return lengths.flatMap((length, index) => {
    const end = begin + length;
    const pieces: [string, number][] = [];
    for (const { text, start, end: stop } of gaps) {
      // A piece may end inside a gap: the gap stands where it begins.
      if (start < begin || start >= end) continue;
      if (start > done) pieces.push([line.slice(done, start), index]);
      pieces.push([text, -1]);
      done = stop;
    }
    if (end > done) pieces.push([line.slice(done, end), index]);
    done = Math.max(done, end);
    begin = end;
    return pieces;
  });
}

/** Neighbours of one tone become one piece; white space takes the tone before it. */
function joinTones(pieces: HighlightedLine): HighlightedLine {
  const line: HighlightedLine = [];
  for (const [text, tone] of pieces) {
    const last = line.at(-1);
    const isJoined = last !== undefined && last[1] !== 'gap' && tone !== 'gap';
    if (isJoined && (last[1] === tone || text.trim() === '')) last[0] += text;
    else line.push([text, tone]);
  }
  return line;
}
