import { createHmac } from 'node:crypto';
import { BadPack, buildPool, canonicalJson, fingerprintEngine, loadPacks, type Pack } from '@pyladder/bank';
import { canProve, type LazyNative, nativeNeedsOf, sayLeftOut } from '@pyladder/bank/native';
import { openPythonPool } from '@pyladder/python/node';
import type { BuildOrder, BuildReport } from './exam-build.protocol.ts';

/** Items that travel in one message. */
const CHUNK = 50;

/** Nobody who wrote a template has seen the draws of this installation: chance alone shall not keep its exams away. */
const REDRAWS = 5;

export type BuildTalk = {
  say: (report: BuildReport) => Promise<void>;
  /** Settles once the bank is wanted. */
  heard: () => Promise<unknown>;
  native: LazyNative;
};

/** Builds the exam bank of an order and tells it piece by piece. @throws BadPack */
export async function buildOrdered({ ladderFolder, extraFolder, seed }: BuildOrder, talk: BuildTalk): Promise<void> {
  const { say, heard, native } = talk;
  const { packs } = loadPacks(ladderFolder, extraFolder);
  await say({ type: 'source', source: digestSource(packs, seed, native) });
  await heard();
  const python = openPythonPool();
  const onProgress = ({ done, total }: { done: number; total: number }) => void say({ type: 'progress', done, total });
  const build = buildPool({ packs, pool: 'exam', seed, redraws: REDRAWS, python, native, onProgress });
  const { items, problems, native: ran } = await build.finally(() => python.close());
  if (problems.length > 0) throw new BadPack(problems);
  if (ran.leftOut.length > 0) {
    await say({ type: 'left-out', templates: ran.leftOut.map((template) => sayLeftOut(template, native.machine())) });
  }
  for (let start = 0; start < items.length; start += CHUNK) {
    await say({ type: 'items', items: items.slice(start, start + CHUNK) });
  }
  await say({ type: 'done' });
}

/**
 * Equal exactly when the same bank would come out; the seed cannot be told from it. What this machine cannot prove is
 * part of it, so that the bank is built again once the packages are there.
 */
function digestSource(packs: readonly Pack[], seed: string, native: LazyNative): string {
  const templates = packs.flatMap((pack) => pack.templates.filter(({ pool }) => pool === 'exam'));
  const unproven = templates
    .filter((template) => nativeNeedsOf(template).length > 0 && !canProve(nativeNeedsOf(template), native.machine()))
    .map(({ id }) => id);
  const parts = packs.map(({ id, license, templates }) => ({
    id,
    license,
    templates: templates.filter(({ pool }) => pool === 'exam').map((template) => [template.id, template.source.text]),
  }));
  return createHmac('sha256', seed)
    .update(canonicalJson({ engine: fingerprintEngine(), parts, ...(unproven.length === 0 ? {} : { unproven }) }))
    .digest('hex');
}
