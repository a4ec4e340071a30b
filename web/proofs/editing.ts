/** A text with its selection, as a text field has them. */
export type Field = { text: string; start: number; end: number };

/** What a key puts into the field in the place of what is between `from` and `to`. */
export type Edit = { from: number; to: number; insert: string };

const STEP = 4;

/** What a key does beyond what the browser does, or null: Enter keeps the indentation, Backspace takes back a step of it. */
export function editOf(key: string, field: Field): Edit | null {
  if (key === 'Enter') return breakLine(field);
  return key === 'Backspace' ? stepBack(field) : null;
}

function breakLine({ text, start, end }: Field): Edit {
  const before = lineBefore(text, start);
  const indent = /^ */.exec(before)?.[0] ?? '';
  // A block begins below its head.
  const deeper = /:\s*(#.*)?$/.test(before) ? ' '.repeat(STEP) : '';
  return { from: start, to: end, insert: `\n${indent}${deeper}` };
}

function stepBack({ text, start, end }: Field): Edit | null {
  const before = lineBefore(text, start);
  if (start !== end || before === '' || !/^ +$/.test(before)) return null;
  const take = before.length % STEP === 0 ? STEP : before.length % STEP;
  return { from: start - take, to: start, insert: '' };
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
