import { expect, test } from 'vitest';
import { StartFault } from './faults.ts';
import { withFolderFaults } from './folder-faults.ts';

function failing(parts: object): () => never {
  return () => {
    throw Object.assign(new Error('it failed'), parts);
  };
}

function kindOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof StartFault ? error.fault.kind : String(error)),
  );
}

test.each([
  ['EACCES', 'folder_not_writable'],
  ['EROFS', 'folder_not_writable'],
  ['ENOSPC', 'folder_full'],
])('keys that cannot be kept (%s) are told as the matter of the data folder that they are', async (code, kind) => {
  const path = '/data/keys/receipts.pem';
  for (const database of ['inside', 'elsewhere'] as const)
    expect(await kindOf(withFolderFaults('/data', failing({ code, path }), database))).toBe(kind);
});

test('a place outside the data folder says nothing about the data folder', async () => {
  const work = failing({ code: 'EACCES', path: '/packs/ladder.yaml' });
  expect(await kindOf(withFolderFaults('/data', work))).toBe('Error: it failed');
});

test('nobody is sent to make room in the data folder when the database on another machine is full', async () => {
  const work = failing({ code: '53100' });
  expect(await kindOf(withFolderFaults('/data', work, 'inside'))).toBe('folder_full');
  expect(await kindOf(withFolderFaults('/data', work, 'elsewhere'))).toBe('Error: it failed');
});
