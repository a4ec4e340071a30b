import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonPool } from '@pyladder/python/node';

/** A Python program of this room, put together from its parts: reads one line of JSON, prints one. */
export type Tool = 'draw' | 'inspect' | 'compile';

const parts: Record<Tool, string[]> = {
  draw: ['draw'],
  inspect: ['continuation', 'style', 'varies', 'reach', 'inspect'],
  compile: ['compile'],
};

const limits = { milliseconds: 10_000, outputBytes: 8_000_000 };

/** A tool that was stopped: what an author wrote takes too long or too much. */
export class ToolStopped extends Error {
  constructor(tool: Tool, reason: string) {
    super(`${tool}: stopped (${reason})`);
    this.name = 'ToolStopped';
  }
}

/**
 * Runs a tool in the sandbox that items run in, because it works on what authors wrote.
 *
 * @throws ToolStopped
 */
export async function runTool<Reply>(
  python: PythonPool,
  tool: Tool,
  work: unknown,
  signal?: AbortSignal,
): Promise<Reply> {
  const code = parts[tool].map((part) => readFileSync(join(import.meta.dirname, `${part}.py`), 'utf8')).join('\n\n');
  const request = { code, stdin: `${JSON.stringify(work)}\n`, misconceptions: [], limits };
  const outcome = await python.run('3.14', 0, request, signal);
  if (outcome.status === 'stopped') throw new ToolStopped(tool, outcome.reason);
  if (outcome.status !== 'finished') throw new Error(`${tool}: ${JSON.stringify(outcome)}`);
  return JSON.parse(outcome.stdout);
}
