// @vitest-environment node
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

test('a place in a sitting has an address that leads back to it', () => {
  for (const place of ['questions', 'review'] as const) {
    expect(readAddress(writeAddress('some-sitting', place))).toEqual({ sittingId: 'some-sitting', place });
  }
  expect(readAddress('/sittings/some-sitting/')).toEqual({ sittingId: 'some-sitting', place: 'questions' });
});

test('an address without a sitting is none', () => {
  expect(readAddress('/sittings/')).toBeNull();
  expect(readAddress('/sittings/a/b')).toBeNull();
});
