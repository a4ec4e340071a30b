/** What an output looks like at a glance, for options that are parallel in form. */
export type Shape =
  | 'whole number'
  | 'number'
  | 'truth value'
  | 'None'
  | 'list'
  | 'tuple'
  | 'braces'
  | 'several values'
  | 'word'
  | 'words'
  | `${number} lines`;

const patterns: [RegExp, Shape][] = [
  [/^-?\d+$/, 'whole number'],
  [/^-?(\d+\.\d*|\.\d+|\d+)(e[-+]?\d+)?$|^-?inf$|^nan$/, 'number'],
  [/^(True|False)$/, 'truth value'],
  [/^None$/, 'None'],
  [/^\[[^\]]*\]$|^\[\[.*\]\]$/, 'list'],
  [/^\([^)]*\)$/, 'tuple'],
  [/^\{.*\}$/, 'braces'],
  [/^[-+\d.]+( +[-+\d.]+)+$/, 'several values'],
  [/^\S+$/, 'word'],
];

/** The shape of an option's text. */
export function shapeOf(text: string): Shape {
  const lines = text.split('\n').length;
  if (lines > 1) return `${lines} lines`;
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? 'words';
}
