import { expect, test } from 'vitest';
import { loadCredentialText } from './texts.ts';

test('a rung that somebody wrote about has its text', async () => {
  expect((await loadCredentialText('cepp'))?.plan).toBeNull();
});

test('a rung that nobody wrote about has none, whatever its id', async () => {
  expect(await loadCredentialText('baker-1')).toBeNull();
  expect(await loadCredentialText('../articles/employers')).toBeNull();
});
