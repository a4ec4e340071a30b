import type { ReadingGate } from '../../gates/gate.ts';
import { type Problem, problemAt } from '../../problem.ts';
import { linesAsWritten } from '../running/gates.ts';
import { readMarks } from '../running/marks.ts';
import { hereMark } from './positions.ts';

/** One line of the program is marked, and something stands on it. */
export const oneLineMarked: ReadingGate = ({ code, source }) => {
  const marked = readMarks(linesAsWritten({ code }).join('\n')).flatMap(({ text, mark }, index) =>
    mark === hereMark ? [{ text, line: index + 1 }] : [],
  );
  const remedy = `Write #< ${hereMark} behind the one line that the candidate is to put in.`;
  if (marked.length === 0) return [problemAt(source.placeOf(['code']), 'No line is marked.', remedy)];
  return marked.flatMap(({ text, line }, index): Problem[] => {
    if (index === 0 && text.trim() !== '') return [];
    const what = index === 0 ? 'There is no line before this mark.' : 'A second line is marked.';
    return [problemAt(source.placeOfTextLine(['code'], line), what, remedy)];
  });
};
