import type { Proven, Verdict } from '@pyladder/bank/proving';
import { type Complaint, type QuizQuestion, textOf } from '@pyladder/bank/quizzes';
import { printable } from '../verify/printable.ts';

/** One question and its verdict, for people: where it is, the verdict, and what one needs to put it right. */
export function sayProven({ question, verdict, program }: Proven): string {
  const place = `${printable(question.file)}:${question.line}`;
  const title = printable(headOf(question));
  switch (verdict.verdict) {
    case 'confirmed':
      return `${place}: confirmed. ${title}\n`;
    case 'contradicted':
      return [
        `${place}: CONTRADICTED. ${title}`,
        ...(program === null ? [] : ['    program:', ...shown(program, '      ')]),
        `    Python: ${inLine(verdict.truth)}`,
        `    key: ${sayKey(question)}`,
        `    ${verdict.option === null ? 'No option says what Python does.' : `Right is ${letter(verdict.option)}: ${sayOption(question, verdict.option)}`}`,
        '',
      ].join('\n');
    case 'depends':
      return [
        `${place}: depends on ${verdict.on === 'seed' ? 'the hash seed' : 'the version'}. ${title}`,
        ...verdict.truths.map(
          ({ python, hashSeed, truth }) =>
            `    Python ${python}${verdict.on === 'seed' ? `, seed ${hashSeed}` : ''}: ${inLine(truth)}`,
        ),
        '',
      ].join('\n');
    case 'undecided':
      return `${place}: undecided: ${printable(verdict.why)}${verdict.truth === null ? '' : ` (Python: ${inLine(verdict.truth)})`}. ${title}\n`;
  }
}

/** A file or a question that could not be read. */
export function sayComplaint({ file, line, what }: Complaint): string {
  return `${printable(file)}:${line}: not read. ${printable(what)}\n`;
}

/** What `--json` prints for a question, one object a line. */
export function jsonOf({ question, verdict, program }: Proven): object {
  const { file, line, format, name, stem, options, form } = question;
  return {
    file,
    line,
    format,
    name,
    question: textOf(stem),
    options: form === 'typed' ? [] : options.map(({ passage }) => textOf(passage)),
    keys:
      form === 'typed'
        ? options.map(({ passage }) => textOf(passage))
        : options.flatMap(({ isKey }, index) => (isKey ? [index] : [])),
    program,
    ...verdict,
  };
}

/** How many questions have each verdict. */
export type Count = Record<Verdict['verdict'], number> & { complaints: number; files: number };

/** The last line. */
export function saySummary(count: Count): string {
  const total = count.confirmed + count.contradicted + count.depends + count.undecided;
  const depends = count.depends === 0 ? '' : `${count.depends} depend on seed or version, `;
  const complaints = count.complaints === 0 ? '' : ` ${plural(count.complaints, 'place')} could not be read.`;
  return `${plural(total, 'question')} in ${plural(count.files, 'file')}: ${count.confirmed} confirmed, ${count.contradicted} contradicted, ${depends}${count.undecided} undecided.${complaints}\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function headOf({ name, stem }: QuizQuestion): string {
  const head = (name ?? textOf(stem)).replace(/\s+/g, ' ').trim();
  return head.length > 70 ? `${head.slice(0, 69).toWellFormed()}…` : head;
}

function sayKey(question: QuizQuestion): string {
  return question.options
    .flatMap(({ isKey }, index) =>
      isKey ? [`${question.form === 'typed' ? '' : `${letter(index)}: `}${sayOption(question, index)}`] : [],
    )
    .join(' · ');
}

function sayOption({ options }: QuizQuestion, index: number): string {
  return inLine(textOf(options[index]?.passage ?? []));
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Line breaks shown, so that one output stays on one line. */
function inLine(text: string): string {
  return printable(text.trimEnd().replaceAll('\n', '⏎'));
}

function shown(program: string, indent: string): string[] {
  const lines = program.split('\n');
  const most = 25;
  return [
    ...lines.slice(0, most).map((line) => `${indent}${keepIndent(line)}`),
    ...(lines.length > most ? [`${indent}…`] : []),
  ];
}

function keepIndent(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').slice(0, 60) ?? '';
  return `${indent}${printable(line)}`;
}
