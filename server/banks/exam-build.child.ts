import { once } from 'node:events';
import { BadPack, formatProblem } from '@pyladder/bank';
import { lazyNative } from '@pyladder/bank/native';
import type { BuildOrder, BuildReport } from './exam-build.protocol.ts';
import { buildOrdered } from './exam-build.work.ts';

// Whoever wanted the bank is gone: nobody would take it.
process.on('disconnect', () => process.exit(0));

const [order] = (await once(process, 'message')) as [BuildOrder];
const native = lazyNative();
try {
  await buildOrdered(order, { say, heard: () => once(process, 'message'), native });
} catch (error) {
  if (error instanceof BadPack) {
    await say({ type: 'refused', problems: error.problems.map((problem) => formatProblem(problem)) });
  } else if (isOfTheSystem(error)) {
    await say({ type: 'failed', reason: error.message });
  } else throw error;
} finally {
  await native.close();
}
// The server ends this process once it has heard all; an end by itself would be an accident.

/** A folder that cannot be read, a full disk, too many processes: nothing that the packs or this program could mend. */
function isOfTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function say(report: BuildReport): Promise<void> {
  return new Promise((settle, fail) => {
    if (process.send === undefined) fail(new Error('This program is started by the server only.'));
    else process.send(report, undefined, undefined, (error: Error | null) => (error === null ? settle() : fail(error)));
  });
}
