import { spawn } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '..', '..', 'server', 'audit', 'audit.child.ts');

/**
 * Runs the server's own audit program, which knows the database, on this terminal; its exit code becomes ours.
 *
 * @param database its address, instead of DATABASE_URL; in the environment, for arguments are seen by everybody here
 */
export async function runAuditProgram(args: string[], database: string | undefined): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(database !== undefined && { DATABASE_URL: database }) },
  });
  // The program ends in order, and stops a database that it started, before we do.
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
  try {
    process.exitCode = await new Promise<number>((settle, fail) => {
      child.once('error', fail);
      child.once('exit', (code) => settle(code ?? 130));
    });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass);
  }
}
