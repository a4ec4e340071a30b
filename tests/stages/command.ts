import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Programs that `npm install` put there, Node 24 among them. */
const programs = join(root, 'node_modules', '.bin');

export type Command = [program: string, ...args: string[]];

export type Outcome = { exitCode: number; output: string };

let running: ChildProcess | null = null;

/** Ends the command that is running now and all that it started, if there is one. */
export function interruptCommand(signal: NodeJS.Signals = 'SIGTERM'): void {
  if (running?.pid !== undefined) process.kill(-running.pid, signal);
}

/**
 * Runs a command in the project's folder, without colours or a terminal, and gathers what it prints.
 *
 * @param limitSeconds how long it may take; after that it is ended, which counts as a failure
 */
export function runCommand([program, ...args]: Command, limitSeconds = 1800): Promise<Outcome> {
  return new Promise((settle) => {
    const path = [programs, process.env.PATH ?? ''].join(delimiter);
    const { FORCE_COLOR: _, ...env } = process.env;
    const child = spawn(program, args, {
      cwd: root,
      // A process group of its own, so that what it started can be ended with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, PATH: path, NO_COLOR: '1', CI: 'true' },
    });
    running = child;
    let output = '';
    const keep = (chunk: string) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const clock = setTimeout(() => {
      output += `\nEnded after ${limitSeconds} seconds.\n`;
      interruptCommand('SIGKILL');
    }, limitSeconds * 1000);
    const finish = (exitCode: number) => {
      clearTimeout(clock);
      running = null;
      settle({ exitCode, output });
    };
    child.once('error', (error) => {
      output += `${program} cannot be run: ${error.message}\n`;
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}
