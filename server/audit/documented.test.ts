import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditDigestText } from '@pyladder/exam';
import { expect, test } from 'vitest';
import { sha256 } from './hashing.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'audit.md'), 'utf8');

test('who follows the guide to a check of their own comes to the hashes that the guide shows', () => {
  const blocks = Array.from(guide.matchAll(/^```text\n(.*)\n```$/gm), ([, text]) => text ?? '');
  const [entry = '', entryHash = '', sealHash, seal = ''] = blocks;
  expect(sha256(entry)).toBe(entryHash);
  expect(JSON.parse(seal)[4]).toBe(sha256(auditDigestText([entryHash])));
  expect(sha256(seal)).toBe(sealHash);
});

test('the guide names every option of the check', () => {
  const commands = readFileSync(join(import.meta.dirname, '..', '..', 'cli', 'audit', 'audit-commands.ts'), 'utf8');
  const options = Array.from(commands.matchAll(/'(--[a-z-]+)[ ']/g), ([, option]) => option ?? '');
  expect(options.length).toBeGreaterThan(4);
  for (const option of options) expect(guide).toContain(option);
});
