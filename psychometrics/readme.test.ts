import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as library from './index.ts';

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```js\n([\s\S]+?)```/g)].map(([, code = '']) => code);

/** What an example prints, run on the source of the library. */
function run(code: string): string[] {
  const printed: string[] = [];
  const body = code.replace(/import \{([^}]+)\} from '@pyladder\/psychometrics';/, 'const {$1} = library;');
  const print = { log: (...words: unknown[]) => printed.push(words.join(' ')) };
  new Function('library', 'console', `'use strict';${body}`)(library, print);
  return printed;
}

test.each(examples)('example %# of the README prints what it says', (code) => {
  const said = [...code.matchAll(/\/\/ → (.+)$/gm)].map(([, text]) => text);
  expect(said.length).toBeGreaterThan(0);
  expect(run(code)).toEqual(said);
});

test('the README has six examples', () => {
  expect(examples).toHaveLength(6);
});
