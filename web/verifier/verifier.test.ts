import { beforeEach, expect, test, vi } from 'vitest';
import { stubWorkers } from './testing/inProcessWorker.ts';
import { openVerifier, VerifierFault } from './verifier.ts';

beforeEach(() => vi.unstubAllGlobals());

test('a worker whose code cannot be fetched is told as that, and no verdict is made up', async () => {
  stubWorkers({ isMissing: true });
  const verifier = openVerifier([], 2);
  await expect(verifier.verify('{}')).rejects.toMatchObject({ code: 'not_loaded' });
});

test('one badge needs one worker; more are started only when there is more to do', async () => {
  const { made } = stubWorkers();
  const verifier = openVerifier([], 3);
  await verifier.verify('{}');
  expect(made).toHaveLength(1);
  await Promise.all(Array.from({ length: 10 }, () => verifier.verify('{}')));
  expect(made).toHaveLength(3);
});

test('what was not answered when it was stopped is rejected, and the workers are ended', async () => {
  const { made } = stubWorkers();
  const verifier = openVerifier([], 1);
  const waiting = Promise.allSettled([verifier.verify('{}'), verifier.verify('{}')]);
  verifier.close();
  for (const outcome of await waiting) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: new VerifierFault('closed') });
  }
  expect(made.every(({ isEnded }) => isEnded)).toBe(true);
  await expect(verifier.verify('{}')).rejects.toMatchObject({ code: 'closed' });
});
