import { type Problem, problemAt } from '../problem.ts';
import type { TextPart } from '../templates/placeholders.ts';
import type { Rendered } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';
import type { ReadingGate } from './gate.ts';

/** What can be read in the minutes that an item has, in characters: far more than a good one needs. */
const most = { stem: 1_500, explain: 1_500, stdin: 2_000, text: 240, because: 400 };

/** With placeholders filled, a program and each text stay within what can be shown and looked at. */
const mostWritten = { code: 8_000, text: 4_000 };

/** Stem, explanation and the author's own distractors are short. */
export const shortTexts: ReadingGate = ({ stem, explanation, stdin, distractors, source }) => {
  const check = (name: keyof typeof most, parts: readonly TextPart[], path: PropertyKey[]): Problem[] => {
    const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
    if (length <= most[name]) return [];
    const what = `\`${name}\` has ${length.toLocaleString('en')} characters.`;
    return [problemAt(source.placeOf(path), what, `Keep to ${most[name].toLocaleString('en')}.`)];
  };
  return [
    ...check('stem', stem, ['stem']),
    ...check('explain', explanation, ['explain']),
    ...check('stdin', stdin, ['stdin']),
    ...distractors.flatMap(({ text, because }, index) => [
      ...check('text', text, ['distractors', index, 'text']),
      ...check('because', because, ['distractors', index, 'because']),
    ]),
  ];
};

/** A placeholder that makes a short text a long one; null if there is none. */
export function findOvergrown({ source }: Template, rendered: readonly Rendered[]): Problem | null {
  for (const { code, stdin, stem, explanation, distractors } of rendered) {
    const texts: [field: string, text: string, limit: number][] = [
      ['code', code, mostWritten.code],
      ['stdin', stdin, mostWritten.text],
      ['stem', stem, mostWritten.text],
      ['explain', explanation, mostWritten.text],
      ...distractors.map(({ text, because }): [string, string, number] => [
        'distractors',
        text.length > because.length ? text : because,
        mostWritten.text,
      ]),
    ];
    const long = texts.find(([, text, limit]) => text.length > limit);
    if (long === undefined) continue;
    const [field, text] = long;
    const what = `With its placeholders filled, \`${field}\` has ${text.length.toLocaleString('en')} characters.`;
    return problemAt(source.placeOf([field]), what, 'Let the placeholders give less.');
  }
  return null;
}
