import {
  type OptionLine,
  readAnswerLine,
  readLabels,
  readOptionLine,
  readOptionRow,
  readQuestionStart,
  stripTags,
} from './markdown-lines.ts';
import { closesFence, openFence, passageOfMarkdown } from './markdown-text.ts';
import { textOf } from './passage.ts';
import type { AnswerForm, Complaint, QuizQuestion, QuizReading } from './question.ts';

type OptionDraft = { label: string | null; style: OptionLine['style']; lines: string[]; checked: boolean };
type Draft = {
  line: number;
  context: string;
  stem: string[];
  options: OptionDraft[];
  /** What the author says the answer is; empty until then. */
  answer: string[];
  /** Where the next lines go. */
  state: 'asking' | 'answering' | 'explaining';
};

/**
 * Reads quizzes as people keep them on GitHub: a heading, a number or `Q:` begins a question; options are ticked boxes,
 * letters or bullets; the answer is a tick, or a line such as `Answer: B`, often folded away in `details`. There is no
 * standard, so the reading goes line by line, and what cannot be told for certain has no key.
 */
export function readMarkdown(text: string, file: string): QuizReading {
  const questions: QuizQuestion[] = [];
  const complaints: Complaint[] = [];
  const lines = text.split('\n').map((line, index) => {
    if (line.length <= mostLineCharacters) return line;
    complaints.push({
      file,
      line: index + 1,
      what: `The line is longer than ${mostLineCharacters} characters; it was left out.`,
    });
    return '';
  });
  const headings: string[] = [];
  let draft: Draft | null = null;
  const end = () => {
    const question = draft === null ? null : finish(draft, file);
    if (question !== null) questions.push(question);
    draft = null;
  };
  const begin = (line: number, stem: string) => {
    end();
    draft = { line, context: headings.join(' / '), stem: [stem], options: [], answer: [], state: 'asking' };
  };
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/\s+$/, '');
    const current = draft as Draft | null;
    const fence = openFence(line);
    if (fence !== null) {
      const start = i;
      for (i += 1; i < lines.length && !closesFence(lines[i] ?? '', fence.marks); i++);
      if (current !== null) takeFence(current, lines.slice(start, i + 1), fence.indent);
      continue;
    }
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const said = current === null ? null : readAnswerLine(line);
    if (said !== null && current !== null && (current.options.length > 0 || isQuestionLike(current))) {
      if (current.answer.length === 0) {
        current.state = said === '' ? 'answering' : 'explaining';
        if (said !== '') current.answer.push(said);
      }
    } else if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      const words = heading[2] ?? '';
      if (/^\W*(explanation|hint|reference|options|choices)\b/i.test(words) && current !== null) {
        if (/explanation|hint|reference/i.test(words)) current.state = 'explaining';
        continue;
      }
      begin(i + 1, readQuestionStart(words)?.text ?? words);
      headings.splice(level - 1, headings.length, words);
    } else if (/^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/.test(line)) {
      if (current !== null && current.options.length > 0) end();
    } else if (current === null || !take(current, line, lines.slice(i + 1, i + 13))) {
      const start = readQuestionStart(line);
      if (start !== null) begin(i + 1, start.text);
      else if (line.trim() !== '' && current?.state !== 'explaining') begin(i + 1, line);
    }
  }
  end();
  return { questions, complaints };
}

/** Whether a line belongs to the question that is being read; it is kept there. */
function take(draft: Draft, line: string, next: readonly string[]): boolean {
  if (line.trim() === '') {
    if (draft.state === 'asking' && draft.options.length === 0) draft.stem.push('');
    return true;
  }
  if (draft.state === 'answering') {
    const answer = stripTags(line).trim();
    if (answer === '') return true;
    draft.answer.push(answer);
    draft.state = 'explaining';
    return true;
  }
  if (/^\s*<\/?(?:details|summary)\b[^<>]*>\s*(?:<\/?\w+>)*\s*$/i.test(line)) return true;
  const start = readQuestionStart(line);
  if (draft.state === 'explaining') return start === null;
  if (/^\W*(?:explanation|reason|reference|note|hint|source)\b\W*/i.test(line) && draft.options.length > 0) {
    draft.state = 'explaining';
    return true;
  }
  const options = readOptions(draft, line, next);
  if (options !== null) {
    draft.options.push(...options.map(({ text, ...option }) => ({ ...option, lines: [text] })));
    return true;
  }
  if (draft.options.length === 0) {
    if (start !== null && (!isQuestionLike(draft) || (start.number !== null && /^\W*(?:Q|\d)/i.test(line))))
      return false;
    if (draft.stem.length >= mostStemLines) draft.state = 'explaining';
    else draft.stem.push(line);
    return true;
  }
  if (start !== null) return false;
  const last = draft.options.at(-1);
  if (last !== undefined && /^\s{2,}/.test(line)) {
    last.lines.push(line.trim());
    return true;
  }
  if (draft.options.some(({ checked }) => checked)) {
    draft.state = 'explaining';
    return !line.trimEnd().endsWith('?');
  }
  return false;
}

function readOptions(draft: Draft, line: string, next: readonly string[]): OptionLine[] | null {
  if (!isQuestionLike(draft) && draft.stem.every((part) => part.trim() === '')) return null;
  const row = draft.options.length === 0 ? readOptionRow(line) : null;
  if (row !== null) return row;
  const style = draft.options[0]?.style;
  const number = /^\s*(\d)[.)]\s+(.*)$/.exec(line);
  if (
    number !== null &&
    number[1] === String(draft.options.length + 1) &&
    (style === 'number' || (style === undefined && hasNumberedOptions(next)))
  ) {
    return [{ label: number[1], style: 'number', text: number[2] ?? '', checked: false }];
  }
  const option = readOptionLine(line, draft.options.length);
  if (option === null || (style !== undefined && option.style !== style)) return null;
  return [option];
}

/** Numbers are options, and not the next questions, where an answer below names a number. */
function hasNumberedOptions(next: readonly string[]): boolean {
  const answer = next.findIndex((line) => /^\d/.test(readAnswerLine(line) ?? ''));
  return answer > 0 && next.slice(0, answer).some((line) => /^\s*2[.)]\s/.test(line));
}

/** Code below the question is its program; below an empty option it is the option; elsewhere it explains. */
function takeFence(draft: Draft, lines: readonly string[], indent: number): void {
  if (draft.state === 'answering') {
    draft.answer.push(lines.slice(1, -1).join('\n'));
    draft.state = 'explaining';
  } else if (draft.state === 'asking' && draft.options.length === 0) draft.stem.push(...lines.slice(0, mostStemLines));
  else if (draft.state === 'asking') {
    const last = draft.options.at(-1);
    const isEmpty = last?.lines.every((line) => /^\s*:?\s*$/.test(line)) ?? false;
    if (isEmpty || indent >= 2) last?.lines.push(...lines);
    else draft.state = 'explaining';
  }
}

/** Longer than any line that somebody wrote by hand. */
const mostLineCharacters = 5000;
/** Longer than any question; what comes after is not read as one. */
const mostStemLines = 200;

function isQuestionLike(draft: Draft): boolean {
  return /\?|\b(?:output|print|value|result|evaluate|return|raise|which|what|select|choose|following)\b|_{3,}/i.test(
    draft.stem.join(' '),
  );
}

function finish(draft: Draft, file: string): QuizQuestion | null {
  const { options, answer, line, context } = draft;
  if (options.length < 2 && !(options.length === 0 && answer.length > 0 && isQuestionLike(draft))) return null;
  const passages = options.map(({ lines }) => passageOfMarkdown(withoutColon(lines).join('\n').trim()));
  const labels = answer.flatMap((text) => readLabels(text) ?? []);
  const isNamed = (index: number) =>
    labels.includes(options[index]?.label ?? '') ||
    answer.some((text) => sameText(text, textOf(passages[index] ?? [])));
  const read = passages.map((passage, index) => ({
    passage,
    isKey: options[index]?.checked === true || isNamed(index),
  }));
  const keys = read.filter(({ isKey }) => isKey).length;
  const typed = options.length === 0;
  const form: AnswerForm = typed ? 'typed' : keys === 0 ? 'unkeyed' : keys === 1 ? 'one' : 'several';
  return {
    file,
    line,
    format: 'markdown',
    name: null,
    context,
    stem: passageOfMarkdown(dedentRest(draft.stem).join('\n').trim()),
    options: typed ? answer.map((text) => ({ passage: passageOfMarkdown(text), isKey: true })) : read,
    form,
    explanation: [],
  };
}

function sameText(answer: string, option: string): boolean {
  return option !== '' && textOf(passageOfMarkdown(answer)).trim() === option.trim();
}

function withoutColon(lines: readonly string[]): string[] {
  return lines.length > 1 ? lines.filter((line, index) => index > 0 || !/^\s*:?\s*$/.test(line)) : [...lines];
}

/** Text below a numbered line is indented like a list's; that is no code. */
function dedentRest(lines: readonly string[]): string[] {
  const rest = lines.slice(1).filter((line) => line.trim() !== '');
  const indent = Math.min(...rest.map((line) => /^ */.exec(line)?.[0].length ?? 0), 4);
  return lines.map((line, index) =>
    index === 0 || indent < 2 ? line : line.slice(Math.min(indent, /^ */.exec(line)?.[0].length ?? 0)),
  );
}
