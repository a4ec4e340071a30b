import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the room's test data, as text. */
export function readTestFile(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

/** A context as it lies in this room, in bytes. */
export function readContextFile(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '..', 'contexts', name));
}
