import type { Truth } from './truth.ts';

/**
 * How much an option's text is like what Python does: `same` to the letter as far as one sees it; `close` but for quotes
 * or how line breaks are written; `loose` but for spacing, commas, brackets or capitals; `near` as a value, though it is
 * written otherwise (5 and 5.0, a rounded number, a set in another order); `no`.
 */
export type Likeness = 'same' | 'close' | 'loose' | 'near' | 'no';

const order: readonly Likeness[] = ['no', 'near', 'loose', 'close', 'same'];

/** 0 for `no`, 4 for `same`. */
export function rank(likeness: Likeness): number {
  return order.indexOf(likeness);
}

/** Compares an option's text with a truth that was printed. */
export function compare(option: string, truth: Extract<Truth, { outcome: 'printed' }>): Likeness {
  const candidates = readingsOf(option);
  let best: Likeness = 'no';
  for (const text of truth.texts) {
    for (const candidate of candidates) {
      const likeness = compareTexts(candidate, text);
      if (rank(likeness) > rank(best)) best = likeness;
    }
  }
  return best;
}

/** An option's text as it stands, without marks of code around it, without words that introduce it. */
function readingsOf(option: string): string[] {
  const plain = option.replace(/^`+([^`]*)`+$/s, '$1');
  const introduced =
    /^(?:it\s+)?(?:prints?|outputs?|displays?|returns?|(?:the\s+)?(?:output|result|answer|value)(?:\s+is)?)\s*:?\s+(.+)$/is.exec(
      plain,
    )?.[1];
  return introduced === undefined ? [plain] : [plain, introduced];
}

/** Longer texts are compared to the letter only. */
const mostCharacters = 8000;

function compareTexts(option: string, truth: string): Likeness {
  const [a, b] = [settle(hideAddresses(option)), settle(truth)];
  if (a === b) return 'same';
  if (a === '' || b === '' || a.length + b.length > mostCharacters) return 'no';
  if (typeName(a) !== null && typeName(a) === typeName(b)) return 'close';
  const lines = [writtenBreaks(a), writtenBreaks(b)] as const;
  if (lines[0] === lines[1] || unquote(a) === unquote(b) || unquote(lines[0]) === unquote(lines[1])) return 'close';
  if (tighten(a) === tighten(b)) return 'close';
  if (loosen(a) === loosen(b)) return 'loose';
  return isNear(a, b) ? 'near' : 'no';
}

/** What one does not see: blanks at line ends, runs of blanks, empty lines around. */
function settle(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Line breaks written as people write them on one line. */
function writtenBreaks(text: string): string {
  return text
    .replace(/\\n|\s*(?:<br\s*\/?>|↵|⏎|\(newline\)|<newline>|\[newline\])\s*|\n/gi, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function unquote(text: string): string {
  return text.replace(/["'`]/g, '');
}

/** Without the blanks beside commas and brackets, and the kind of quotes, which authors set as they like. */
function tighten(text: string): string {
  return writtenBreaks(text)
    .replaceAll('"', "'")
    .replace(/ ?([,:[\](){}]) ?/g, '$1');
}

/** Without blanks, commas, quotes, outer brackets, capitals. */
function loosen(text: string): string {
  const bare = unquote(writtenBreaks(text))
    .replace(/\b(?:and|then)\b/gi, ' ')
    .replace(/[\s,;|]+/g, '')
    .toLowerCase();
  return bare.replace(/^[[({](.*)[\])}]$/, '$1').replace(/\.$/, '');
}

const typeWords: Record<string, string> = {
  integer: 'int',
  string: 'str',
  boolean: 'bool',
  dictionary: 'dict',
  nonetype: 'NoneType',
  none: 'NoneType',
  'complex number': 'complex',
  'floating point': 'float',
  'floating-point': 'float',
};

/** An address is another one in every run, so it is no part of what is compared. */
export function hideAddresses(text: string): string {
  return text.replace(/\b0x[0-9a-f]{4,16}\b(?=>)/gi, hiddenAddress);
}

/** What stands where an address was. */
export const hiddenAddress = '0x…';

function typeName(text: string): string | null {
  const name = /^<(?:class|type) '([\w.]+)'>$/.exec(text)?.[1] ?? /^(?:class |type )?'?([a-z]+)'?$/i.exec(text)?.[1];
  return name === undefined
    ? null
    : (typeWords[name.toLowerCase()] ??
        (/^<|^(?:int|str|float|bool|list|dict|tuple|set|complex|bytes|range|NoneType|function|type|frozenset|object|generator)$/.test(
          name,
        )
          ? name
          : text.startsWith('<')
            ? name
            : null));
}

function isNear(a: string, b: string): boolean {
  const [x, y] = [unquote(a), unquote(b)];
  if (isNumber(x) && isNumber(y)) {
    const [m, n] = [Number(x), Number(y)];
    // A rounded fraction; whole numbers are not rounded.
    const isRounded = [x, y].some((text) => /[.e]/i.test(text)) && !Number.isInteger(n);
    return m === n || (isRounded && Math.abs(m - n) <= Math.max(0.006, Math.abs(n) * 0.002));
  }
  if (/(?:\.\.\.|…)$/.test(x) && y.startsWith(x.replace(/(?:\.\.\.|…)$/, '')) && x.length > 3) return true;
  if (/\bnone\b/i.test(x) && y === '') return true;
  if (/^\{.*\}$|^set\(.*\)$|^dict_\w+\(|^frozenset\(/s.test(b)) return sameItems(x, y);
  const numbers = [x, y].map((text) => text.match(/-?\d+(?:\.\d+)?/g) ?? []);
  const shapes = [x, y].map((text) => text.replace(/-?\d+(?:\.\d+)?/g, '#').replace(/\s/g, ''));
  return (
    shapes[0] === shapes[1] &&
    (numbers[0] ?? []).every((number, index) => Number(number) === Number(numbers[1]?.[index]))
  );
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i.test(text) && !text.endsWith('%');
}

function sameItems(a: string, b: string): boolean {
  const items = (text: string) =>
    text
      .replace(/[{}[\]()\s]|set|frozenset|dict_\w+/g, '')
      .split(',')
      .sort()
      .join();
  return items(a) === items(b);
}
