import { unescapeGift } from './gift-escapes.ts';
import { passageOfHtml } from './html.ts';
import { passageOfMarkdown } from './markdown-text.ts';
import { type Passage, wordsPassage } from './passage.ts';
import type { AnswerForm, QuizQuestion, QuizReading } from './question.ts';

type Chunk = { line: number; text: string };
type TextFormat = 'moodle' | 'html' | 'plain' | 'markdown';

/** Reads Moodle's GIFT. @see https://docs.moodle.org/en/GIFT_format */
export function readGift(text: string, file: string): QuizReading {
  const reading: QuizReading = { questions: [], complaints: [] };
  let context = '';
  for (const chunk of splitQuestions(text)) {
    const category = /^\$CATEGORY:\s*(.*)$/m.exec(chunk.text);
    if (category !== null) context = category[1]?.trim() ?? '';
    const body = chunk.text.replace(/^\$CATEGORY:.*$/gm, '');
    if (body.trim() === '') continue;
    const question = readQuestion({ line: chunk.line, text: body }, file, context);
    if (question === null)
      reading.complaints.push({ file, line: chunk.line, what: 'An answer is opened by { and never closed.' });
    else reading.questions.push(question);
  }
  return reading;
}

/**
 * Questions stand between blank lines. A blank line within braces does not count, and text before a blank line belongs
 * to the question below it unless that begins with a title: programs have blank lines.
 */
function splitQuestions(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let first = 0;
  let depth = 0;
  let hasAnswer = false;
  const end = () => {
    if (lines.some((line) => line.trim() !== '')) chunks.push({ line: first + 1, text: lines.join('\n') });
    lines = [];
    depth = 0;
    hasAnswer = false;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (depth === 0 && /^\s*\/\//.test(line)) continue;
    const startsAnew = /^\s*(::|\$CATEGORY:)/.test(line);
    if (startsAnew && (depth === 0 || line.startsWith('::'))) end();
    if (line.trim() === '' && depth === 0 && hasAnswer) end();
    if (lines.length === 0) {
      if (line.trim() === '') continue;
      first = index;
    }
    lines.push(line);
    for (const [mark] of line.matchAll(/\\.|[{}]/g)) {
      if (mark === '{') {
        depth += 1;
        hasAnswer = true;
      } else if (mark === '}') depth = Math.max(0, depth - 1);
    }
    if (/^\s*\$CATEGORY:/.test(line)) end();
  }
  end();
  return chunks;
}

function readQuestion({ line, text }: Chunk, file: string, context: string): QuizQuestion | null {
  const title = /^\s*::((?:\\.|[^\\])*?)::/.exec(text);
  const rest = title === null ? text : text.slice(title[0].length);
  const braces = findBraces(rest);
  if (braces === 'open') return null;
  const [start, end] = braces ?? [rest.length, rest.length];
  const format = /^\s*\[(html|moodle|plain|markdown)\]/i.exec(rest);
  const textFormat = (format?.[1]?.toLowerCase() ?? 'moodle') as TextFormat;
  const before = rest.slice(format?.[0].length ?? 0, start);
  const after = rest.slice(end + 1);
  const gap = after.trim() === '' ? '' : ' _____ ';
  const inner = rest.slice(start + 1, end);
  const { options, form } = readAnswers(inner, textFormat);
  const explanation = /(?<!\\)(?:\\\\)*####(.*)$/s.exec(inner)?.[1] ?? '';
  return {
    file,
    line,
    format: 'gift',
    name: title === null ? null : unescapeGift(title[1] ?? '').trim(),
    context,
    stem: passageIn(textFormat, `${before}${gap}${after.trimEnd()}`),
    options: options.map(({ source, format: own, isKey }) => ({ passage: passageIn(own, source), isKey })),
    form: braces === null ? 'other' : form,
    explanation: passageIn(textFormat, explanation.trim()),
  };
}

function findBraces(text: string): [number, number] | 'open' | null {
  let start = -1;
  for (const match of text.matchAll(/\\.|[{}]/gs)) {
    if (match[0] === '{' && start < 0) start = match.index;
    if (match[0] === '}' && start >= 0) return [start, match.index];
  }
  return start < 0 ? null : 'open';
}

type Answer = { source: string; format: TextFormat; isKey: boolean };

function readAnswers(text: string, textFormat: TextFormat): { options: Answer[]; form: AnswerForm } {
  const answers = text.split(/(?<!\\)(?:\\\\)*####/)[0] ?? '';
  const truth = /^\s*(T|TRUE|F|FALSE)\s*(?:(?<!\\)#.*)?$/is.exec(answers);
  if (truth !== null) {
    const isTrue = /^t/i.test(truth[1] ?? '');
    const option = (source: string, isKey: boolean): Answer => ({ source, format: 'plain', isKey });
    return { options: [option('True', isTrue), option('False', !isTrue)], form: 'truth' };
  }
  if (/^\s*#/.test(answers)) return { options: [], form: 'other' };
  const parts = splitAnswers(answers);
  const options = parts.map(({ mark, body }) => readOption(mark, body, textFormat));
  if (options.length === 0 || parts.some(({ body }) => / -> /.test(body))) return { options: [], form: 'other' };
  if (parts.every(({ mark }) => mark === '=')) return { options, form: 'typed' };
  const keys = options.filter(({ isKey }) => isKey).length;
  return { options, form: keys === 0 ? 'unkeyed' : keys === 1 ? 'one' : 'several' };
}

function splitAnswers(text: string): { mark: string; body: string }[] {
  const parts: { mark: string; body: string }[] = [];
  for (const [piece] of text.matchAll(/[=~]|(?:\\.|[^\\=~])+|\\/gs)) {
    if (piece === '=' || piece === '~') parts.push({ mark: piece, body: '' });
    else {
      const last = parts.at(-1);
      if (last !== undefined) last.body += piece;
    }
  }
  return parts;
}

function readOption(mark: string, body: string, textFormat: TextFormat): Answer {
  const weight = /^\s*%(-?[\d.]+)%/.exec(body);
  const unweighted = body.slice(weight?.[0].length ?? 0);
  const own = /^\s*\[(html|moodle|plain|markdown)\]/i.exec(unweighted);
  const source = /^(?:\\.|[^\\#])*/s.exec(unweighted.slice(own?.[0].length ?? 0))?.[0] ?? '';
  const isKey = weight === null ? mark === '=' : Number(weight[1]) > 0;
  return { source: source.trim(), format: (own?.[1]?.toLowerCase() as TextFormat | undefined) ?? textFormat, isKey };
}

function passageIn(format: TextFormat, source: string): Passage {
  const text = unescapeGift(source).replace(/^\s*\n|\s+$/g, '');
  if (format === 'plain') return wordsPassage(text);
  if (format === 'markdown') return passageOfMarkdown(text);
  if (format === 'html') return passageOfHtml(text);
  return passageOfHtml(breakLines(text));
}

/** Moodle's own format shows the author's lines; within `pre` they are lines already, after a tag for a block they are none. */
function breakLines(text: string): string {
  return text
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/i)
    .map((part) =>
      /^<pre/i.test(part)
        ? part
        : part.replace(
            /(<br\s*\/?>)?\n([ \t]*)/gi,
            (_, _tag, indent: string) =>
              `<br>${indent.replace(/ /g, '&nbsp;').replace(/\t/g, '&nbsp;&nbsp;&nbsp;&nbsp;')}`,
          ),
    )
    .join('');
}
