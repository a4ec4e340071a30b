import { expect, test } from 'vitest';
import { issueAndVerify } from './example.ts';
import { readTestFile } from './files.ts';

test('the example in the readme is the one that is run here', () => {
  const [, example] = /```ts\n([\s\S]*?)\n```/.exec(readTestFile('../README.md')) ?? [];
  expect(example).toBe(readTestFile('example.ts').replace("'../index.ts'", "'@pyladder/credentials'").trim());
});

test('the example in the readme gives the report that stands below it', async () => {
  const seed = Buffer.alloc(32, 1);
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  expect(await issueAndVerify(pkcs8)).toMatchObject({ verdict: 'valid', complete: false });
});
