import type { ReadingGate } from '../../gates/gate.ts';
import { problemAt } from '../../problem.ts';
import { linesAsWritten } from '../running/gates.ts';
import { listGaps } from './filling.ts';

/** The gaps are ⟨1⟩, ⟨2⟩…, each once and in this order, and there is an answer for each. */
export const gapsInOrder: ReadingGate = ({ code, fields, source }) => {
  const lines = linesAsWritten({ code });
  const answers = Array.isArray(fields.answer) ? fields.answer.length : 0;
  const gaps = lines.flatMap((line, index) => listGaps(line).map((number) => ({ number, line: index + 1 })));
  if (gaps.length === 0) {
    return [problemAt(source.placeOf(['code']), 'The program has no gaps.', 'Write ⟨1⟩ where a token is to go.')];
  }
  const astray = gaps.find(({ number }, index) => number !== index + 1);
  if (astray !== undefined) {
    const what = `The gap ⟨${astray.number}⟩ is out of order.`;
    const remedy = 'Number the gaps ⟨1⟩, ⟨2⟩, ⟨3⟩ as they come, each once.';
    return [problemAt(source.placeOfTextLine(['code'], astray.line), what, remedy)];
  }
  if (gaps.length === answers) return [];
  const what = `The program has ${gaps.length} gaps, the answer ${answers} tokens.`;
  return [problemAt(source.placeOf(['answer']), what, 'Write one token for each gap, at most three.')];
};
