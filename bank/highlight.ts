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
    const { tokens } = ready.codeToTokens(code.replace(/\n$/, ''), settings);
    return tokens.map((line) =>
      joinTones(
        line.flatMap(({ content, color }) => partGaps(content, tones.get((color ?? '').toLowerCase()) ?? 'plain')),
      ),
    );
  };
}

/** A piece with its gaps (`⟨1⟩`) as pieces of their own. */
function partGaps(text: string, tone: TokenTone): HighlightedLine {
  return text
    .split(/(⟨\d+⟩)/)
    .filter((part) => part !== '')
    .map((part) => [part, /^⟨\d+⟩$/.test(part) ? 'gap' : tone]);
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
