import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';

/** Where one credential is. `named`: a person wrote the address on the command line, so it may be a demo of theirs. */
export type Source =
  | { type: 'stdin' }
  | { type: 'file'; path: string }
  | { type: 'address'; address: string; named: boolean };

/** Everything that was asked for, and whether it was one thing: then it is told at length. */
export type Sources = { sources: readonly Source[]; isOne: boolean };

/** What badges and credentials are kept in; other files of a folder are left alone. */
const CREDENTIAL_FILE = /\.(json|jsonld|jwt|png|svg|pdf)$/i;

/**
 * Finds what the words of a command line stand for: files, folders with what is below them, addresses, `-`, and a list of
 * such, one a line.
 *
 * @throws UserError if nothing is named, or a list cannot be read
 */
export function findSources(words: readonly string[], list: string | null): Sources {
  const named = words.flatMap((word) => expand(word));
  const listed = list === null ? [] : readList(list).map((line) => sourceOf(line, false));
  const sources = [...named, ...listed];
  if (sources.length === 0) {
    throw new UserError(
      words.length === 0 && list === null
        ? 'Name a file, a folder, an address, or - for what is piped in.'
        : 'There is no credential: no file that ends in .json, .jsonld, .jwt, .png, .svg or .pdf, and no address.',
    );
  }
  if (sources.filter(({ type }) => type === 'stdin').length > (list === '-' ? 0 : 1)) {
    throw new UserError('What is piped in can be read once only: write - once.');
  }
  const isOne = list === null && words.length === 1 && !isFolder(words[0] ?? '');
  return { sources, isOne };
}

/** As it was named, for people and for JSON. */
export function nameOf(source: Source): string {
  if (source.type === 'stdin') return '-';
  return source.type === 'file' ? source.path : source.address;
}

function expand(word: string): Source[] {
  if (!isFolder(word)) return [sourceOf(word, true)];
  return readdirSync(word, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CREDENTIAL_FILE.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ type: 'file', path }));
}

function sourceOf(word: string, named: boolean): Source {
  if (word === '-') return { type: 'stdin' };
  return /^https?:\/\//i.test(word) ? { type: 'address', address: word, named } : { type: 'file', path: word };
}

function readList(list: string): string[] {
  let text: string;
  try {
    text = readFileSync(list === '-' ? 0 : list, 'utf8');
  } catch (error) {
    throw new UserError(`The list ${list} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
