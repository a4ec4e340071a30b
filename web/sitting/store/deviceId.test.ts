// @vitest-environment node
import { SaveProgress } from '@pyladder/contract';
import { expect, test } from 'vitest';
import { newDeviceId } from './deviceId.ts';

test('a device id is one that the server takes, and another one each time', () => {
  const ids = Array.from({ length: 200 }, newDeviceId);
  const saves = [{ type: 'viewed', deviceSequence: 1, position: 0 }];
  for (const deviceId of ids) expect(SaveProgress.body.safeParse({ deviceId, saves }).success).toBe(true);
  expect(new Set(ids).size).toBe(200);
});
