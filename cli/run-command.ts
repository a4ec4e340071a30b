import { CommanderError } from 'commander';
import { UserError } from './user-error.ts';

/** What the shell is told: 1 for work that found something wrong, 130 for Ctrl-C, as shells have it. */
export const exitCodes = { failed: 1, misused: 2, interrupted: 130 } as const;

/** Runs a command and turns what its user can do something about into a line and an exit code. A bug keeps its stack. */
export async function runCommand(command: () => Promise<unknown>): Promise<void> {
  process.stdout.on('error', endUnheard);
  // Who cannot be told anything is at least told by the exit code.
  process.stderr.on('error', () => process.exit(exitCodes.failed));
  try {
    await command();
  } catch (error) {
    if (error instanceof Interrupted) {
      process.stderr.write('Interrupted; nothing was written.\n');
      process.exitCode = exitCodes.interrupted;
    } else if (error instanceof UserError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = exitCodes.misused;
    } else if (error instanceof CommanderError) {
      // It has said what is wrong, or shown the help that was asked for.
      process.exitCode = error.exitCode === 0 ? 0 : exitCodes.misused;
    } else if (error instanceof Error && (await isBadPack(error))) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = exitCodes.failed;
    } else throw error;
  }
}

/** The bank is asked only once something is wrong: most commands do without it, and it is large. */
async function isBadPack(error: unknown): Promise<boolean> {
  const { BadPack } = await import('@pyladder/bank');
  return error instanceof BadPack;
}

/** Ctrl-C, or a request to end. */
class Interrupted extends Error {}

/** A signal that Ctrl-C aborts; a second Ctrl-C ends the process at once. */
export function abortOnInterrupt(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort(new Interrupted());
  process.once('SIGINT', abort);
  process.once('SIGTERM', abort);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', abort);
      process.off('SIGTERM', abort);
    },
  };
}

/** `| head` is no error; a full disk is one, and what was written so far is not all. */
function endUnheard(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`Standard output cannot be written (${error.message}); what is there is not complete.\n`);
  process.exit(exitCodes.failed);
}
