import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import {
  BadPack,
  buildPool,
  canonicalJson,
  fingerprintEngine,
  formatProblem,
  loadPacks,
  type Pack,
} from '@pyladder/bank';
import { openPythonPool } from '@pyladder/python/node';
import type { BuildOrder, BuildReport } from './exam-build.protocol.ts';

/** Items that travel in one message. */
const CHUNK = 50;

// Whoever wanted the bank is gone: nobody would take it.
process.on('disconnect', () => process.exit(0));

const [order] = (await once(process, 'message')) as [BuildOrder];
try {
  await build(order);
} catch (error) {
  if (error instanceof BadPack) {
    await say({ type: 'refused', problems: error.problems.map((problem) => formatProblem(problem)) });
  } else if (isOfTheSystem(error)) {
    await say({ type: 'failed', reason: error.message });
  } else throw error;
}
// The server ends this process once it has heard all; an end by itself would be an accident.

async function build({ ladderFolder, extraFolder, seed }: BuildOrder): Promise<void> {
  const { packs } = loadPacks(ladderFolder, extraFolder);
  await say({ type: 'source', source: digestSource(packs, seed) });
  await once(process, 'message');
  const python = openPythonPool();
  const onProgress = ({ done, total }: { done: number; total: number }) => void say({ type: 'progress', done, total });
  const { items, problems } = await buildPool({ packs, pool: 'exam', seed, python, onProgress });
  await python.close();
  if (problems.length > 0) throw new BadPack(problems);
  for (let start = 0; start < items.length; start += CHUNK) {
    await say({ type: 'items', items: items.slice(start, start + CHUNK) });
  }
  await say({ type: 'done' });
}

/** Equal exactly when the same bank would come out; the seed cannot be told from it. */
function digestSource(packs: readonly Pack[], seed: string): string {
  const parts = packs.map(({ id, license, templates }) => ({
    id,
    license,
    templates: templates.filter(({ pool }) => pool === 'exam').map((template) => [template.id, template.source.text]),
  }));
  return createHmac('sha256', seed)
    .update(canonicalJson({ engine: fingerprintEngine(), parts }))
    .digest('hex');
}

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
