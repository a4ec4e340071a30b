import { extname } from 'node:path';
import { BadPack } from '@pyladder/bank';
import { drawFirst, type Program, type Proposal, proposeDistractors } from '@pyladder/bank/authoring';
import { lazyNative, nativeNeedsOf, pythonFor } from '@pyladder/bank/native';
import { openPythonPool, type PythonPool } from '@pyladder/python/node';
import { abortOnInterrupt } from '../run-command.ts';
import { sayProposal } from './proposal-lines.ts';
import { getTemplate, readText } from './template-files.ts';

/** A program on a disk, the ids of the beliefs that are named for it already, and what it needs beyond plain Python. */
type Given = { program: Program; file: string; named: string[]; needs: string[] };

/** Prints the wrong answers that a program invites, of all beliefs there are. @throws UserError | BadPack */
export async function proposeFor(
  word: string,
  { stdin, all, json }: { stdin?: string; all: boolean; json: boolean },
): Promise<void> {
  await withPython(async (python, signal) => {
    const given = extname(word) === '.py' ? readProgram(word, stdin) : await readFromTemplate(word, python, signal);
    const native = lazyNative();
    try {
      const runs = pythonFor({ needs: given.needs, members: [] }, { python, native });
      const proposal = await getProposal(given, runs, signal);
      process.stdout.write(
        json
          ? `${JSON.stringify(proposal, null, 2)}\n`
          : sayProposal(proposal, { ...given, most: all ? Infinity : 12 }),
      );
    } finally {
      await native.close();
    }
  });
}

/** A program in a file of its own, with a file of what is typed while it runs. @throws UserError */
export function readProgram(file: string, stdinFile: string | undefined): Given {
  const stdin = stdinFile === undefined ? '' : readText(stdinFile);
  return { program: { code: readText(file), stdin }, file, named: [], needs: [] };
}

/** What a program invites; a program that no item can be made of is told by file and line. @throws BadPack */
export async function getProposal(
  { program, file }: Given,
  python: PythonPool,
  signal: AbortSignal,
): Promise<Proposal> {
  const proposal = await proposeDistractors(program, { python, signal, onProgress: showTrials });
  if (!('why' in proposal)) return proposal;
  const remedy = 'Write one that ends by itself and prints something.';
  const what = `This program ${proposal.why}.`;
  throw new BadPack([{ file, line: proposal.line ?? 1, column: 1, what, remedy }]);
}

/** Runs work with interpreters of its own that end with it, and stops at Ctrl-C. */
export async function withPython(work: (python: PythonPool, signal: AbortSignal) => Promise<void>): Promise<void> {
  const python = openPythonPool();
  const { signal, release } = abortOnInterrupt();
  try {
    await work(python, signal);
  } finally {
    release();
    await python.close();
  }
}

async function readFromTemplate(word: string, python: PythonPool, signal: AbortSignal): Promise<Given> {
  const { template, seed } = getTemplate(word);
  const drawn = await drawFirst(template, seed, { python, signal });
  if (!drawn.ok) throw new BadPack([drawn.problem]);
  const { code, stdin } = drawn.rendered;
  return {
    program: { code, stdin },
    file: template.source.file,
    named: template.misconceptions.flat(),
    needs: nativeNeedsOf(template),
  };
}

function showTrials(done: number, total: number): void {
  if (!process.stderr.isTTY || (done % 10 !== 0 && done !== total)) return;
  process.stderr.write(done === total ? '\r\x1b[K' : `\r\x1b[K${done} of ${total} beliefs tried`);
}
