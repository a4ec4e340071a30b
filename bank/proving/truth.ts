/** What a program did, as far as an option can say it. */
export type Truth =
  | {
      outcome: 'printed';
      /** Texts that say it: what is printed, or a value as it is shown and as it is printed. */
      texts: string[];
      /** The type of the value, where a value was asked for. */
      type: string | null;
    }
  | { outcome: 'raised'; type: string; bases: readonly string[]; before: string }
  | { outcome: 'endless' };

/** Exceptions that are also what stands behind them: who says IndexError's parent is right as well. */
const parents: Record<string, string[]> = {
  IndexError: ['LookupError'],
  KeyError: ['LookupError'],
  ZeroDivisionError: ['ArithmeticError'],
  OverflowError: ['ArithmeticError'],
  FloatingPointError: ['ArithmeticError'],
  UnboundLocalError: ['NameError'],
  ModuleNotFoundError: ['ImportError'],
  IndentationError: ['SyntaxError'],
  TabError: ['IndentationError', 'SyntaxError'],
  RecursionError: ['RuntimeError'],
  NotImplementedError: ['RuntimeError'],
  UnicodeDecodeError: ['UnicodeError', 'ValueError'],
  UnicodeEncodeError: ['UnicodeError', 'ValueError'],
  FileNotFoundError: ['OSError', 'IOError'],
  FileExistsError: ['OSError', 'IOError'],
  PermissionError: ['OSError', 'IOError'],
  JSONDecodeError: ['ValueError'],
  FrozenInstanceError: ['AttributeError'],
  OSError: ['IOError'],
};

/** An exception with everything it can be called. */
export function raisedTruth(type: string, before: string): Truth {
  const name = type.slice(type.lastIndexOf('.') + 1);
  return { outcome: 'raised', type: name, bases: parents[name] ?? [], before };
}

/** Whether two runs did the same, as far as an option can tell. */
export function sameTruth(a: Truth, b: Truth): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A truth in words for people; a long one is cut. */
export function sayTruth(truth: Truth): string {
  if (truth.outcome === 'endless') return 'no end';
  if (truth.outcome === 'printed') {
    const text = truth.texts[0] ?? '';
    return text.trim() === '' ? 'nothing' : cut(text.replace(/\n+$/, ''));
  }
  const before = truth.before.trim();
  return before === '' ? truth.type : `${cut(before)}, then ${truth.type}`;
}

function cut(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499).toWellFormed()}…` : text;
}
