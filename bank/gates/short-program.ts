import { problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';

const mostLines = 25;
const mostOutputLines = 8;
const mostOutputCharacters = 240;

/** A program, and what it prints, that can be read in an exam. */
export const shortProgram: ProvingGate = ({ template, variants }) => {
  const lines = Math.max(0, ...variants.map(({ code }) => code.trimEnd().split('\n').length));
  const keys = variants.flatMap(({ options }) => options.filter(({ key }) => key).map(({ text }) => text));
  const place = template.source.placeOf(['code']);
  return [
    ...(lines > mostLines ? [problemAt(place, `The program has ${lines} lines.`, `Keep to ${mostLines}.`)] : []),
    ...(keys.some((text) => text.split('\n').length > mostOutputLines || text.length > mostOutputCharacters)
      ? [
          problemAt(
            place,
            'The program prints too much to be read as an option.',
            `Keep to ${mostOutputLines} lines and ${mostOutputCharacters} characters.`,
          ),
        ]
      : []),
  ];
};
