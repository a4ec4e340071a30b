import { styleText } from 'node:util';

/** As wide as a terminal is at least. */
const width = 80;

/** What a program printed, on one line and unable to do anything to a terminal; blanks stay as they are. */
export function showOutput(text: string): string {
  return text
    .replace(/\n+$/, '')
    .replaceAll('\n', ' ⏎ ')
    .replaceAll('\t', '⇥')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}

/** A program or other text of several lines, indented, unable to do anything to a terminal. */
export function showLines(text: string, indent: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${showOutput(line.replaceAll('\t', '    '))}`);
}

/** Words broken into lines of 80 columns; what has no blank to break at is broken anywhere. */
export function fold(text: string, indent: string): string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const blank = rest.lastIndexOf(' ', room);
    const end = blank > room / 2 ? blank : room;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest].map((line) => `${indent}${line}`);
}

/** Colours, on a terminal whose user has not said NO_COLOR. */
export const paint = {
  heading: (text: string) => styleText('bold', text),
  good: (text: string) => styleText('green', text),
  bad: (text: string) => styleText('red', text),
  quiet: (text: string) => styleText('dim', text),
};

/** A share in [0, 1] as people say it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
