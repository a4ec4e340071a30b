import type { Item, Pool } from '@pyladder/exam';
import type { PythonPool } from '@pyladder/python/node';
import { canonicalJson, sha256 } from '../canonical.ts';
import { openHighlight } from '../highlight.ts';
import type { Pack } from '../packs/pack.ts';
import { compareText, type Problem, sortProblems } from '../problem.ts';
import type { Template } from '../templates/template.ts';
import { buildTemplate } from './build-template.ts';
import { fingerprintEngine } from './fingerprint.ts';
import { noCache, type TemplateCache } from './template-cache.ts';
import { toItems } from './to-item.ts';

export type PoolRequest = {
  packs: readonly Pack[];
  pool: Pool;
  /** What the variants are drawn from: public for practice, an installation's secret for the exam. */
  seed: string;
  python: PythonPool;
  cache?: TemplateCache;
  onProgress?: (progress: PoolProgress) => void;
  signal?: AbortSignal;
};

/** How far a build is, in templates. */
export type PoolProgress = { done: number; total: number; template: string };

/** Items sorted by template and hash. Templates with problems gave none. */
export type PoolBuild = { items: Item[]; problems: Problem[] };

/** Templates that are worked on at a time: enough to keep every interpreter busy. */
const atATime = 3;

/**
 * Builds every template of one pool: the same packs and seed give the same items to the byte.
 *
 * @throws the signal's reason when aborted
 */
export async function buildPool(request: PoolRequest): Promise<PoolBuild> {
  const { packs, pool, onProgress, signal } = request;
  const work = packs.flatMap((pack) =>
    pack.templates.filter((template) => template.pool === pool).map((template) => ({ pack, template })),
  );
  const engine = fingerprintEngine();
  const items: Item[] = [];
  const problems: Problem[] = [];
  const queue = work.values();
  let done = 0;
  const workThrough = async () => {
    for (const { pack, template } of queue) {
      signal?.throwIfAborted();
      const result = await buildOrFind(pack, template, engine, request);
      items.push(...result.items);
      problems.push(...result.problems);
      done += 1;
      onProgress?.({ done, total: work.length, template: template.id });
    }
  };
  await Promise.all(Array.from({ length: atATime }, workThrough));
  signal?.throwIfAborted();
  return { items: sortItems(items), problems: sortProblems(problems) };
}

/** By template, then hash: an order that depends on nothing else. */
export function sortItems(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compareText(a.template, b.template) || compareText(a.hash, b.hash));
}

async function buildOrFind(pack: Pack, template: Template, engine: string, request: PoolRequest): Promise<PoolBuild> {
  const { seed, python, signal, cache = noCache } = request;
  const { id, source } = template;
  const key = sha256(canonicalJson({ engine, seed, id, text: source.text, license: pack.license }));
  const found = await cache.find(key);
  if (found !== null) return { items: found, problems: [] };
  const { built, problems } = await buildTemplate(template, seed, { python, signal });
  if (problems.length > 0) return { items: [], problems };
  const highlight = await openHighlight();
  const items = built.variants.flatMap((variant) => toItems(template, variant, { license: pack.license, highlight }));
  await cache.keep(key, items);
  return { items, problems };
}
