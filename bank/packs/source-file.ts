import { readFileSync, statSync } from 'node:fs';
import { type Problem, problemAt } from '../problem.ts';

/** The text of a file of a pack, or why it cannot be one. */
export type SourceReading = { ok: true; text: string } | { ok: false; problem: Problem };

/**
 * Reads what an author wrote, without ever waiting for it: pipes and devices are no files of a pack, and what is longer
 * than any person would write is not read at all.
 */
export function readSource(file: string, mostBytes = 64_000): SourceReading {
  const refuse = (what: string, remedy: string): SourceReading => ({
    ok: false,
    problem: problemAt({ file, line: 1, column: 1 }, what, remedy),
  });
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return refuse('This is a link to nothing.', 'Take it out, or put the file there.');
  if (!stats.isFile()) return refuse('This is no file.', 'Take it out, or give it a name that does not end in .yaml.');
  if (stats.size > mostBytes) {
    const what = `This file has ${stats.size.toLocaleString('en')} bytes.`;
    return refuse(what, `Keep to ${mostBytes.toLocaleString('en')}: an item is read on one page.`);
  }
  const text = readOrRefuse(file);
  if (text === null) return refuse('This file may not be read.', 'Give yourself the right to read it.');
  if (text.includes('\u{fffd}')) return refuse('This file is not UTF-8 text.', 'Save it as UTF-8.');
  return { ok: true, text };
}

function readOrRefuse(file: string): string | null {
  try {
    return new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) return null;
    throw error;
  }
}
