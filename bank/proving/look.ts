import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonPool } from '@pyladder/python/node';

/** What can be said of a program without running it; lists hold names, for messages. */
export type Sight = {
  fault: null;
  statements: number;
  isExpression: boolean;
  endsInExpression: boolean;
  isLiteral: boolean;
  isName: boolean;
  /** Something is called, computed, assigned or defined: prose that happens to parse does nothing of this. */
  acts: boolean;
  onlyDefines: boolean;
  prints: boolean;
  reads: boolean;
  binds: string[];
  /** Names that nothing in it gives a value. */
  unbound: string[];
  varies: string[];
  reach: string[];
  unknownModules: string[];
  machine: string[];
  comparesIdentity: boolean;
  divides: boolean;
  pythonTwo: string[];
  otherwiseInTwo: string[];
};

/** A text that is no program of today's Python. */
export type Blur = { fault: { type: string; message: string; line: number } };

const room = join(import.meta.dirname, '..', 'tools');
const tool = [join(room, 'varies.py'), join(room, 'reach.py'), join(import.meta.dirname, 'tools', 'look.py')];
const limits = { milliseconds: 10_000, outputBytes: 4_000_000 };
const atOnce = 60;
/** Longer than any program of a quiz; longer texts are not looked at. */
const mostProgramCharacters = 20_000;

/** Looks at programs in the sandbox, in their order; what makes the look itself fail is a blur. */
export async function lookAt(
  programs: readonly string[],
  python: PythonPool,
  signal?: AbortSignal,
): Promise<(Sight | Blur)[]> {
  if (programs.length === 0) return [];
  if (programs.length > atOnce) {
    const seen: (Sight | Blur)[] = [];
    for (let i = 0; i < programs.length; i += atOnce) {
      seen.push(...(await lookAt(programs.slice(i, i + atOnce), python, signal)));
    }
    return seen;
  }
  const code = tool.map((file) => readFileSync(file, 'utf8')).join('\n\n');
  const shown = programs.map((program) => (program.length > mostProgramCharacters ? '(' : program));
  const stdin = `${JSON.stringify({ programs: shown })}\n`;
  const outcome = await python.run('3.14', 0, { code, stdin, misconceptions: [], limits }, signal);
  if (outcome.status === 'finished') return JSON.parse(outcome.stdout);
  if (programs.length === 1) {
    return [{ fault: { type: 'SyntaxError', message: 'it cannot be looked at', line: 1 } }];
  }
  // One of them broke the look for all: find out which.
  const middle = programs.length >> 1;
  return [
    ...(await lookAt(programs.slice(0, middle), python, signal)),
    ...(await lookAt(programs.slice(middle), python, signal)),
  ];
}
