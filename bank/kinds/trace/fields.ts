import { z } from 'zod';
import type { Rendered } from '../../templates/rendering.ts';
import type { KindText } from '../kind.ts';

const variable = 'Write the name of a variable of the program.';
const line = 'Write the number of a line of the program, counted from 1, or a placeholder in quotes.';
const occurrence = 'Write which time the line is reached, counted from 1, or a placeholder in quotes.';

function numberOrText(remedy: string) {
  return z.union([z.int({ error: remedy }).min(1, { error: remedy }), z.string({ error: remedy }).min(1)], {
    error: remedy,
  });
}

/** What a `trace` template says besides what all say. */
export const traceFields = {
  variable: z.string({ error: variable }).min(1, { error: variable }),
  line: numberOrText(line),
  occurrence: numberOrText(occurrence).default(1),
};

/** All of them may be drawn. */
export function textsOfTrace(fields: Readonly<Record<string, unknown>>): Record<string, KindText> {
  const names = ['variable', 'line', 'occurrence'];
  return Object.fromEntries(names.map((name) => [name, { text: String(fields[name]).trim(), as: 'text' }]));
}

/** What a variant asks for. */
export type TraceQuestion = { variable: string; line: number; occurrence: number };

/** The question of a draw, or the field that is none. */
export function readTraceQuestion({ texts }: Pick<Rendered, 'texts'>): TraceQuestion | keyof TraceQuestion {
  const { variable = '', line = '', occurrence = '' } = texts;
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(variable)) return 'variable';
  if (!isCount(line)) return 'line';
  return isCount(occurrence) ? { variable, line: Number(line), occurrence: Number(occurrence) } : 'occurrence';
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text);
}
