import type { RaisedException, Trace } from '@pyladder/python';
import { Walk } from '@pyladder/python/answers';
import type { AuthoredText } from '../output/candidates.ts';
import { noException, noLine, sayException, sayLine } from './answers.ts';
import type { ErrorAsk } from './fields.ts';

/** What each exception is for, and with which it is confused: never with a class that it belongs to, which would be right, too. */
const exceptions: Readonly<Record<string, { isFor: string; near: readonly string[] }>> = {
  AttributeError: { isFor: 'an attribute or method that an object does not have', near: ['TypeError', 'NameError'] },
  EOFError: { isFor: '`input()` with nothing left to read', near: ['ValueError', 'OSError'] },
  ImportError: { isFor: 'a name that a module does not have', near: ['ModuleNotFoundError', 'AttributeError'] },
  IndexError: { isFor: 'a position outside of a sequence', near: ['KeyError', 'ValueError', 'TypeError'] },
  KeyError: { isFor: 'a key that a dictionary does not have', near: ['IndexError', 'ValueError', 'NameError'] },
  ModuleNotFoundError: { isFor: 'a module that is not there', near: ['NameError', 'AttributeError'] },
  NameError: { isFor: 'a name that was never given a value', near: ['UnboundLocalError', 'AttributeError'] },
  RecursionError: { isFor: 'calls within calls without end', near: ['MemoryError', 'OverflowError'] },
  TypeError: { isFor: 'a value of a type that the operation cannot use', near: ['ValueError', 'AttributeError'] },
  UnboundLocalError: { isFor: 'a local variable that has no value yet', near: ['TypeError', 'AttributeError'] },
  ValueError: { isFor: 'a value of the right type that makes no sense there', near: ['TypeError', 'IndexError'] },
  ZeroDivisionError: { isFor: 'a division by zero', near: ['ValueError', 'OverflowError', 'TypeError'] },
};
/** What is confused with anything, the likeliest first. */
const common = ['TypeError', 'ValueError', 'NameError', 'IndexError'];

/** Classes above these that are confused with anything. */
const above: Readonly<Record<string, string>> = { UnboundLocalError: 'NameError' };

/** What the likeliest of them weighs beside an author's own, and by what share each weighs less than the one before. */
const heaviest = 0.06;
const decline = 0.8;

/** Wrong answers that suggest themselves by the program's real end, the likeliest first; `trace` is Python's. */
export function plausibleAnswers(ask: ErrorAsk, trace: Trace, code: string): AuthoredText[] {
  const { outcome } = trace;
  const raised = outcome.status === 'raised' ? outcome.exception : null;
  const answers =
    ask === 'exception' ? otherExceptions(raised) : raised === null ? [] : otherLines(trace, raised, code);
  return answers.map((answer, rank) => ({ ...answer, weight: heaviest * decline ** rank }));
}

function otherExceptions(raised: RaisedException | null): AuthoredText[] {
  const near = raised === null ? [] : (exceptions[raised.type]?.near ?? []);
  const isRight = (name: string) => raised !== null && (name === raised.type || name === above[raised.type]);
  const names = [...new Set([...near, ...common])].filter((name) => !isRight(name)).slice(0, 3);
  const others = names.map((text) => {
    const isFor = exceptions[text]?.isFor;
    const here = raised === null ? 'nothing is raised here' : `here it is ${sayException(raised)}`;
    return { text, because: isFor === undefined ? `${capital(here)}.` : `\`${text}\` is for ${isFor}; ${here}.` };
  });
  if (raised === null) return others;
  return [...others, { text: noException, because: `The program stops with ${sayException(raised)}.` }];
}

/**
 * Lines that call where it is raised, then the one that ran last before it and the one that was next, so that the fault
 * is not always in the last line that is offered; then more that ran.
 */
function otherLines(trace: Trace, raised: RaisedException, code: string): AuthoredText[] {
  const calling = linesThatCall(trace, raised.line);
  const ran = trace.steps.filter(({ event }) => event === 'line').map(({ line }) => line);
  const before = [...new Set(ran.toReversed())].filter((line) => line !== raised.line && !calling.includes(line));
  const after = nextLine(code, raised.line ?? 0, new Set(ran));
  const said = (line: number) => ({ text: sayLine(line), because: `Line ${line} runs without an exception.` });
  return [
    ...calling.map((line) => ({
      text: sayLine(line),
      because: `Line ${line} makes the call, but the exception comes from within it: ${sayException(raised)}.`,
    })),
    ...before.slice(0, 1).map(said),
    ...(after === null
      ? []
      : [{ text: sayLine(after), because: `The program stops before it comes to line ${after}.` }]),
    ...before.slice(1, 3).map(said),
    { text: noLine, because: `The program stops with ${sayException(raised)}.` },
  ];
}

/** The first line with code below another one that nothing came to; null if there is none. */
function nextLine(code: string, below: number, ran: ReadonlySet<number>): number | null {
  const lines = code.split('\n');
  const found = lines.findIndex((text, index) => index >= below && !ran.has(index + 1) && /^\s*[^\s#)\]}]/.test(text));
  return found < 0 ? null : found + 1;
}

/** The lines of the calls that were under way when it was raised, innermost first. */
function linesThatCall({ steps }: Trace, raisedAt: number | null): number[] {
  const walk = new Walk();
  for (const step of steps) {
    if (step.event === 'raise' && step.line === raisedAt) break;
    walk.take(step);
  }
  return walk.activeLines().filter((line, index, all) => line !== raisedAt && all.indexOf(line) === index);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
