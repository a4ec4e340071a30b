import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openExport, UnreadableExport, writeExport } from './audit-file.ts';
import { listAuditKeys, readLog } from './chain-reading.queries.ts';
import { sealAll } from './sealing.ts';
import { openGivenLog } from './testing/given-log.ts';
import { type AuditReport, isIntact, verifyLog } from './verification.ts';

let folder: string;
let lines: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pyladder-test-'));
  const log = await openGivenLog();
  const { db, installation } = log;
  for (const subject of ['one', 'two', 'three']) await log.write(subject);
  await sealAll(log);
  await log.write('four');
  await sealAll(log);
  await log.write('five');
  const { issuerId } = installation;
  const header = { issuer: { id: issuerId, name: 'Ladder College' }, keys: await listAuditKeys(db, issuerId) };
  lines = await db.transaction().execute(async (tx) => {
    const text = [];
    const exported = { ...header, exportedAt: '2026-05-04T10:00:00.000Z' };
    for await (const some of writeExport(exported, readLog(tx, issuerId))) text.push(some);
    return text.join('').trimEnd().split('\n');
  });
  await log.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function verify(content: string | Uint8Array): Promise<AuditReport> {
  const file = join(folder, 'tried.jsonl');
  await writeFile(file, content);
  const { header, parts } = await openExport(file);
  return verifyLog(parts, { keys: header.keys, expectedHead: null });
}

const textOf = (some: readonly string[]) => `${some.join('\n')}\n`;

test('an export says the same as the database it came from', async () => {
  const report = await verify(textOf(lines));
  expect(isIntact(report)).toBe(true);
  expect(report).toMatchObject({ seals: 2, entries: 5, unsealed: 1 });
});

test('whichever sign of an export is changed, the check says so, and never breaks', async () => {
  const text = textOf(lines);
  // The header names the organisation and the time of the export, which nothing seals; what is not sealed yet is not either.
  const from = text.indexOf('\n') + 1;
  const to = text.indexOf('{"unsealed"');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: from, max: to - 2 }),
      fc.constantFrom('0', 'x', '"', '}', '\\'),
      async (at, sign) => {
        if (text[at] === sign) return;
        const changed = `${text.slice(0, at)}${sign}${text.slice(at + 1)}`;
        const found = await verify(changed).catch((error: unknown) => {
          if (error instanceof UnreadableExport) return null;
          throw error;
        });
        if (found !== null) expect(isIntact(found)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});

test('a line taken out, doubled or moved is never overlooked', async () => {
  for (const at of lines.keys()) {
    const line = lines[at] ?? '';
    const versions = [
      lines.toSpliced(at, 1),
      lines.toSpliced(at, 0, line),
      lines.toSpliced(at, 1).toSpliced(at + 1, 0, line),
    ];
    for (const changed of versions) {
      if (textOf(changed) === textOf(lines)) continue;
      const found = await verify(textOf(changed)).catch((error: unknown) => {
        if (error instanceof UnreadableExport) return null;
        throw error;
      });
      if (found !== null) expect(isIntact(found)).toBe(false);
    }
  }
});

test('what is no export, or too much of one, is refused before it can do harm', async () => {
  const [header = ''] = lines;
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const hostile = [
    '',
    '\n\n\n',
    '{"hello": 1}\n',
    'null\n',
    Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'),
    textOf(lines.slice(0, -1)),
    textOf([header, '{"end":{"seals":1,"entries":0,"unsealed":0}}']),
    textOf([header, `{"unsealed":${deep}}`]),
    textOf([header, '{"seal":{"number":1e400}}']),
    textOf([header, `"${'x'.repeat(2 * 1024 * 1024)}"`]),
    textOf([header, '{"sealed":{"id":"1","hash":"00","entry":null}}']),
  ];
  for (const content of hostile) await expect(verify(content)).rejects.toThrow(UnreadableExport);
});
