import type { RunOutcome } from '@pyladder/python';
import { optionTextOf } from '../output/option-text.ts';

/** Lines of an output that are told, and characters of each: a sentence is read at a glance. */
const mostLines = 4;
const mostCharacters = 60;

/** Refused before any of the program runs. */
const refusals = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/** What a program does, as the end of a sentence that begins with "the program". Code stands between backticks. */
export function sayConsequence(outcome: RunOutcome): string {
  switch (outcome.status) {
    case 'finished':
      return `prints ${quoteLines(outcome.stdout)}`;
    case 'raised': {
      const { type } = outcome.exception;
      if (refusals.has(type) && outcome.stdout === '') {
        return `does not start: Python refuses it with ${type}`;
      }
      const before = outcome.stdout.trim() === '' ? '' : `prints ${quoteLines(outcome.stdout)}, then `;
      return `${before}stops with ${type}`;
    }
    case 'stopped':
      return { time: 'never ends', output: 'prints without end', memory: 'fills the memory', crash: 'breaks off' }[
        outcome.reason
      ];
    case 'not-applicable':
      return 'cannot be run';
  }
}

/** Why a program that was stopped makes no item, as a sentence without its full stop; `undefined` if nothing was run. */
export function sayStop(outcome: RunOutcome | undefined): string {
  const isOfItself = outcome?.status === 'stopped' && outcome.reason !== 'time';
  return `the program ${isOfItself ? sayConsequence(outcome) : 'does not end'}`;
}

function quoteLines(stdout: string): string {
  const lines = linesOf(stdout);
  if (lines.length === 0) return 'nothing';
  const told = lines.length > mostLines ? lines.slice(0, mostLines - 1) : lines;
  const more = lines.length - told.length;
  return `${told.map(quote).join(', then ')}${more === 0 ? '' : `, then ${more} lines more`}`;
}

/** Where an object lies in memory is nobody's business; a backtick would end the code. */
function quote(line: string): string {
  const plain = line.replaceAll('`', "'").replace(/0x[0-9a-f]+/gi, '0x…');
  const short = plain.length > mostCharacters ? `${plain.slice(0, mostCharacters - 1)}…` : plain;
  return short.trim() === '' ? 'an empty line' : `\`${short}\``;
}

/** Without the empty lines around, and the blanks at the ends, that nobody sees. */
function linesOf(stdout: string): string[] {
  const text = optionTextOf({ status: 'finished', stdout, milliseconds: 0, applied: [] });
  return text === null || text.form === 'sentence' ? [] : text.text.split('\n');
}
