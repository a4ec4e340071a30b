// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import IntlMessageFormat from 'intl-messageformat';
import { expect, test } from 'vitest';

const web = fileURLToPath(new URL('..', import.meta.url));
const NOT_OURS = /node_modules|dist|\.types|\.cache|testing/;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.test(entry.name)) return [];
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

const files = listFiles(web).filter((file) => !file.includes('.test.'));
const sources = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Catalogues whose messages are said by id. */
const catalogues = [
  'en.json',
  'exams.en.json',
  'preview.en.json',
  'proofs.en.json',
  'try.en.json',
  'ui.en.json',
  'gallery.en.json',
  'holding.en.json',
  'standing.en.json',
  'verdict.en.json',
  'verify.en.json',
  'staff.en.json',
  'audit.en.json',
  'wallet.en.json',
].map((name) => ({
  name,
  messages: JSON.parse(readFileSync(join(web, 'messages', name), 'utf8')) as Record<string, string>,
}));

/** Every id that some source says, as a pattern: what is filled in at run time stands for any word. */
const saidIds = sources.flatMap(({ text }) =>
  [...text.matchAll(/(?:\bt|\brich)\(\s*(?:[\w.]+ \? )?(?:'([^']+)'(?: : '([^']+)')?|`([^`]+)`)/g)].flatMap(
    ([, plain, otherwise, template]) => [plain, otherwise, template].filter((id) => id !== undefined).map(patternOf),
  ),
);

function patternOf(id: string): RegExp {
  const parts = id.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\w-]+')}$`);
}

test.each(catalogues)('every message of $name can be said', ({ messages }) => {
  for (const [id, message] of Object.entries(messages)) {
    expect(() => new IntlMessageFormat(message, 'en-GB'), id).not.toThrow();
  }
});

test.each(catalogues)('no message of $name is left over that nobody says', ({ messages }) => {
  const unused = Object.keys(messages).filter((id) => !saidIds.some((said) => said.test(id)));
  expect(unused).toEqual([]);
});

test('no sentence for people stands in a component instead of a catalogue', () => {
  const stray = sources
    .filter(({ file }) => file.endsWith('.tsx'))
    .flatMap(({ file, text }) => findLiterals(text).map((literal) => `${file.slice(web.length)}: ${literal}`));
  expect(stray).toEqual([]);
});

/** Words between tags, and in the attributes that are read or shown. */
function findLiterals(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const between = [...code.matchAll(/(?:<[\w.]+[^<>]*|<\/[\w.]+|\/)>\s*([A-Za-z][^<>{}=;()]*?)\s*(?=<|\{)/g)];
  const attributes = [...code.matchAll(/\b(?:aria-label|title|placeholder|alt|label|hint)="([^"]*[A-Za-z]{2}[^"]*)"/g)];
  return [...between, ...attributes].map(([, words = '']) => words).filter((words) => /[A-Za-z]{2}/.test(words));
}
