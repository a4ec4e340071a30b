import { problemAt } from '../problem.ts';
import type { ReadingGate } from './gate.ts';

const fewestWords = 6;

/** The explanation is there and long enough to say why. */
export const explained: ReadingGate = ({ explanation, source }) => {
  const words = explanation
    .map((part) => (typeof part === 'string' ? part : 'value'))
    .join('')
    .trim()
    .split(/\s+/);
  if (words.length >= fewestWords) return [];
  return [
    problemAt(
      source.placeOf(['explain']),
      'The explanation is too short to say why the key is right.',
      'Write one to three sentences.',
    ),
  ];
};
