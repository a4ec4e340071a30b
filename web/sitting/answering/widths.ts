import type { ItemView } from '@pyladder/contract';

/** Characters of a line of code beyond which its column grows. */
const WIDE = 38;

/** Which of a question's two columns needs more room for its code, if one does. */
export function wideSide({ answer, highlighted, options }: ItemView): 'question' | 'answer' | null {
  const program = Math.max(0, ...highlighted.map((line) => line.reduce((length, [text]) => length + text.length, 0)));
  const isProgramAnswer = answer.type === 'position';
  const lines = answer.type === 'order' ? options.flatMap(({ text }) => text.split('\n')) : [];
  const answerWidth = Math.max(isProgramAnswer ? program : 0, ...lines.map(({ length }) => length));
  const questionWidth = isProgramAnswer ? 0 : program;
  if (Math.max(answerWidth, questionWidth) <= WIDE) return null;
  return answerWidth > questionWidth ? 'answer' : 'question';
}
