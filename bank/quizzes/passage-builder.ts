import { type Passage, type Piece, tidyPassage } from './passage.ts';

const blockTags = new Set(
  'address article aside blockquote center dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const codeTags = new Set(['code', 'tt', 'kbd', 'samp', 'var']);
const droppedTags = new Set(['script', 'style', 'head', 'title', 'template']);

type Run = { kind: 'text'; text: string } | { kind: 'break' };

/** Listens to the tags of HTML or of XML that holds it, and puts a passage together as a browser would show it. */
export type PassageBuilder = {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(tag: string): void;
  finish(): Passage;
};

/** Begins an empty passage. */
export function buildPassage(): PassageBuilder {
  const pieces: Piece[] = [];
  let words: string[] = [];
  let runs: Run[] = [];
  let preDepth = 0;
  let codeDepth = 0;
  let droppedDepth = 0;
  let language: string | null = null;

  function endWords(): void {
    // A no-break space is what authors indent with; among words it is a space.
    if (words.length > 0) pieces.push({ type: 'words', text: words.join('').replaceAll('\u00a0', ' ') });
    words = [];
  }

  function endCode(form: 'block' | 'inline'): void {
    const text = form === 'block' ? runs.map(rawRun).join('') : layOut(runs);
    runs = [];
    const shown = text
      .replaceAll('\u00a0', ' ')
      .replace(/^\r?\n/, '')
      .replace(/\s+$/, '');
    const isBlock = form === 'block' || shown.includes('\n');
    if (shown.trim() !== '') pieces.push({ type: 'code', text: shown, form: isBlock ? 'block' : 'inline', language });
    language = null;
  }

  return {
    open(tag, attributes) {
      if (droppedTags.has(tag)) droppedDepth += 1;
      language ??= languageOf(attributes.class ?? attributes['data-language'] ?? '');
      if (tag === 'pre') {
        if (preDepth + codeDepth === 0) endWords();
        preDepth += 1;
      } else if (codeTags.has(tag)) {
        if (preDepth + codeDepth === 0) endWords();
        codeDepth += 1;
      } else if (preDepth + codeDepth > 0) {
        if (tag === 'br' || (blockTags.has(tag) && runs.length > 0)) runs.push({ kind: 'break' });
      } else if (tag === 'img' || tag === 'object' || tag === 'svg') words.push('[picture]');
      else if (tag === 'sup') words.push('^');
      else if (tag === 'br') words.push('\n');
      else if (blockTags.has(tag)) breakLine(words);
    },
    text(text) {
      if (droppedDepth > 0) return;
      if (preDepth + codeDepth > 0) runs.push({ kind: 'text', text });
      else {
        const shown = collapse(text, words.at(-1)?.endsWith('\n') ?? true);
        if (shown !== '') words.push(shown);
      }
    },
    close(tag) {
      if (droppedTags.has(tag)) droppedDepth = Math.max(0, droppedDepth - 1);
      if (tag === 'pre' && preDepth > 0) {
        preDepth -= 1;
        if (preDepth === 0) {
          codeDepth = 0;
          endCode('block');
        }
      } else if (codeTags.has(tag) && codeDepth > 0) {
        codeDepth -= 1;
        if (preDepth + codeDepth === 0) endCode('inline');
      } else if (blockTags.has(tag) && preDepth + codeDepth === 0) breakLine(words);
    },
    finish() {
      if (preDepth + codeDepth > 0) endCode(preDepth > 0 ? 'block' : 'inline');
      endWords();
      return tidyPassage(pieces);
    },
  };
}

/** White space of HTML is one blank, and none at the start of a line. */
function collapse(text: string, atStart: boolean): string {
  const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
  return atStart ? collapsed.replace(/^ /, '') : collapsed;
}

/** Ends the line, unless it has just begun. The parts stay apart: joining them for every look would take its time. */
function breakLine(words: string[]): void {
  if (words.at(-1)?.endsWith('\n') === false) words.push('\n');
}

function rawRun(run: Run): string {
  return run.kind === 'break' ? '\n' : run.text;
}

/** Code outside of `pre`: with `<br>` the tags break lines; without any, the author's own lines are believed. */
function layOut(runs: readonly Run[]): string {
  if (!runs.some(({ kind }) => kind === 'break')) return runs.map(rawRun).join('');
  let text = '';
  for (const run of runs) text += run.kind === 'break' ? '\n' : collapse(run.text, text === '' || text.endsWith('\n'));
  return text;
}

function languageOf(classes: string): string | null {
  return /(?:^|\s)(?:language|lang|brush:?|highlight-source)[-\s]?([\w+#]+)/i.exec(classes)?.[1]?.toLowerCase() ?? null;
}
