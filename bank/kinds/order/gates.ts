import type { ReadingGate } from '../../gates/gate.ts';
import { problemAt } from '../../problem.ts';
import { linesAsWritten } from '../running/gates.ts';
import { readPuzzle } from './blocks.ts';

const [fewestPieces, mostPieces] = [3, 6];

/** Every order of every variant is run: hundreds a variant. */
const mostVariants = 10;

/** Three to six pieces, between lines that are fixed. */
export const piecesToSort: ReadingGate = ({ code, source }) => {
  const puzzle = readPuzzle(linesAsWritten({ code }).join('\n'));
  if ('what' in puzzle) return [problemAt(source.placeOfTextLine(['code'], puzzle.line), puzzle.what, puzzle.remedy)];
  const count = puzzle.blocks.length;
  if (count >= fewestPieces && count <= mostPieces) return [];
  const remedy =
    count < fewestPieces
      ? `Have ${fewestPieces} or more.`
      : 'Mark lines with #< fixed, or two as one with #< and next.';
  return [problemAt(source.placeOf(['code']), `There are ${count} pieces to be put in order.`, remedy)];
};

/** Few enough variants that all their orders can be run. */
export const fewVariants: ReadingGate = ({ variants, source }) =>
  variants <= mostVariants
    ? []
    : [
        problemAt(
          source.placeOf(['variants']),
          `${variants} variants are too many to run every order of each.`,
          `Write variants: 4, or up to ${mostVariants}.`,
        ),
      ];

/** A wrong order comes from no belief that is known. */
export const noBeliefs: ReadingGate = ({ misconceptions, source }) =>
  misconceptions.length === 0
    ? []
    : [problemAt(source.placeOf(['misconceptions']), 'order items name no `misconceptions`.', 'Take them out.')];
