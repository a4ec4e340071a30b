import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemPython } from './item-python.ts';

/** A Python program of this room, put together from its parts: reads one line of JSON, prints one. */
export type Tool = 'draw' | 'inspect' | 'compile';

const parts: Record<Tool, string[]> = {
  draw: ['draw'],
  inspect: ['continuation', 'style', 'varies', 'reach', 'inspect'],
  compile: ['compile'],
};

const limits = { milliseconds: 10_000, outputBytes: 8_000_000 };

/** A tool that gave no answer: what an author wrote takes too long, or too much, or spoils the tool that works it out. */
export class ToolStopped extends Error {
  constructor(tool: Tool, reason: string) {
    super(`${tool}: ${reason}`);
    this.name = 'ToolStopped';
  }
}

/**
 * Runs a tool in the sandbox that items run in, because it works on what authors wrote.
 *
 * @throws ToolStopped
 */
export async function runTool<Reply>(
  python: ItemPython,
  tool: Tool,
  work: unknown,
  signal?: AbortSignal,
): Promise<Reply> {
  const code = parts[tool].map((part) => readFileSync(join(import.meta.dirname, `${part}.py`), 'utf8')).join('\n\n');
  const request = { code, stdin: `${JSON.stringify(work)}\n`, misconceptions: [], limits };
  const outcome = await (python.toolPython ?? python).run('3.14', 0, request, signal);
  if (outcome.status !== 'finished') throw new ToolStopped(tool, JSON.stringify(outcome));
  try {
    return JSON.parse(outcome.stdout);
  } catch {
    throw new ToolStopped(tool, `answered ${JSON.stringify(outcome.stdout.slice(0, 200))}`);
  }
}
