import type { ProvingGate, ReadingGate } from '../../gates/gate.ts';
import { problemAt } from '../../problem.ts';

/** What cannot be run is told by a page that says the same, and was read by a second person. */
export const secondReader: ReadingGate = ({ reference, reviewed, source }) => [
  ...(reference === null
    ? [
        problemAt(
          source.placeOf(['source']),
          'Nothing shows that the key is right: no program is run.',
          'Write source: the address of the page that says so.',
        ),
      ]
    : []),
  ...(reviewed === null
    ? [
        problemAt(
          source.placeOf(['reviewed']),
          'No second person has read this yet.',
          'Have it read, and write reviewed: the day on which that was done.',
        ),
      ]
    : []),
];

/** Beliefs change what programs do; here none is run for its output. */
export const noBeliefs: ReadingGate = ({ misconceptions, source }) =>
  misconceptions.length === 0
    ? []
    : [
        problemAt(
          source.placeOf(['misconceptions']),
          'A concept item has no program that misconceptions could change.',
          'Take them out; say in `because` what a wrong statement gets wrong.',
        ),
      ];

/** No draw failed because Python does not agree: that would be left out quietly where there are variants enough. */
export const checksHold: ProvingGate = ({ template, leftOut }) => {
  const said = new Map(leftOut.map(({ why, at, remedy }) => [why, { at, remedy }]));
  return [...said].flatMap(([why, { at, remedy }]) =>
    at === undefined || remedy === undefined
      ? []
      : [problemAt(template.source.placeOf(at), `Python does not agree: ${why}.`, remedy)],
  );
};

/** By so much the key may be longer than every wrong statement: who knows nothing takes the longest. */
const mostLonger = 1.25;

/** The key is not the one that was written with the most care. */
export const keyNotLongest: ProvingGate = ({ template, variants }) => {
  const telling = variants.filter(({ options }) => {
    const key = options.find((option) => option.key)?.text.length ?? 0;
    const longest = Math.max(...options.filter((option) => !option.key).map(({ text }) => text.length));
    return key > longest * mostLonger;
  });
  if (telling.length === 0) return [];
  const what = `The key is by far the longest statement in ${telling.length} of ${variants.length} variants.`;
  return [problemAt(template.source.placeOf(['key']), what, 'Shorten it, or write wrong statements of its length.')];
};
