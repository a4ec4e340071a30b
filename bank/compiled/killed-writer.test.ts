import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { givenItem } from '../testing/given-item.ts';
import { givenFolder } from '../testing/given-pack.ts';
import { loadCompiledBank, writeCompiledBank } from './compiled-bank.ts';

const writer = join(import.meta.dirname, 'write-for-ever.child.ts');
const kills = 12;

test('whoever is killed while writing the bank leaves the one before or the new one, never half of one', async () => {
  const folder = givenFolder();
  const file = join(folder, 'pcep', 'flow-control.jsonl');
  for (let kill = 0; kill < kills; kill++) {
    const child = spawn(process.execPath, [writer, folder], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (!existsSync(file)) await sleep(5);
    await sleep(300 + kill * 17);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    const items = loadCompiledBank(folder);
    expect(items.map(({ template }) => template).sort()).toEqual(['pcep.flow-control.a', 'pcep.flow-control.b']);
    expect(new Set(items.map(({ explanation }) => explanation)).size).toBe(1);
  }
});

test('what a killed writer left is not read as a part of the bank, and goes when it is old', () => {
  const folder = givenFolder();
  writeCompiledBank(folder, [givenItem()]);
  const place = join(folder, 'pcep');
  writeFileSync(join(place, 'flow-control.jsonl.old.draft'), '{"half":');
  writeFileSync(join(place, 'flow-control.jsonl.new.draft'), '{"half":');
  utimesSync(join(place, 'flow-control.jsonl.old.draft'), new Date('2026-01-01'), new Date('2026-01-01'));
  expect(loadCompiledBank(folder)).toEqual([givenItem()]);
  writeCompiledBank(folder, [givenItem({ difficulty: 0.8 })]);
  expect(readdirSync(place).sort()).toEqual(['flow-control.jsonl', 'flow-control.jsonl.new.draft']);
});
