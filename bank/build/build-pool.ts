import type { Item, Pool } from '@pyladder/exam';
import type { PythonPool } from '@pyladder/python/node';
import { canonicalJson, sha256 } from '../canonical.ts';
import { openHighlight } from '../highlight.ts';
import { type LazyNative, lazyNative } from '../native/lazy-native.ts';
import { canProve, nativeNeedsOf } from '../native/native-needs.ts';
import { nativeVersion } from '../native/native-pool.ts';
import { type NativeProof, recordProof, type Trust, takeOnTrust } from '../native/native-proofs.ts';
import { unprovenProblem } from '../native/unproven.ts';
import type { Pack } from '../packs/pack.ts';
import { compareText, type Problem, sortProblems } from '../problem.ts';
import { deriveSeed } from '../random.ts';
import type { Template } from '../templates/template.ts';
import { buildTemplate, type TemplateResult } from './build-template.ts';
import { fingerprintEngine } from './fingerprint.ts';
import { noCache, type TemplateCache } from './template-cache.ts';
import { toItems } from './to-item.ts';

export type PoolRequest = {
  packs: readonly Pack[];
  pool: Pool;
  /** What the variants are drawn from: public for practice, an installation's secret for the exam. */
  seed: string;
  /**
   * How often a template that does not pass is drawn anew, each time from a seed of its own: none unless said. Its author
   * saw it pass with other draws; a secret seed may chance upon some in which one of its beliefs has nothing to act on.
   */
  redraws?: number;
  python: PythonPool;
  /** For templates that Pyodide cannot run. Absent: the build opens its own. */
  native?: LazyNative;
  /** What was proven of native practice templates elsewhere; asked for where this machine cannot. Absent: nothing. */
  trust?: () => Trust;
  cache?: TemplateCache;
  onProgress?: (progress: PoolProgress) => void;
  signal?: AbortSignal;
};

/** How far a build is, in templates. */
export type PoolProgress = { done: number; total: number; template: string };

/** Items sorted by template and hash. Templates with problems gave none. */
export type PoolBuild = { items: Item[]; problems: Problem[]; native: NativeBuild };

/** What became of the native templates; each list sorted by id. */
export type NativeBuild = {
  /** Proofs of those that have items, by template. */
  proofs: Record<string, NativeProof>;
  /** Practice templates that this machine cannot prove and whose items were proven elsewhere. */
  trusted: Template[];
  /** Exam templates that this machine cannot prove: nobody else knows the seed. */
  leftOut: Template[];
};

/** Templates that are worked on at a time: enough to keep every interpreter busy. */
const atATime = 3;

/**
 * Builds every template of one pool: the same packs and seed give the same items to the byte.
 *
 * @throws the signal's reason when aborted
 */
export async function buildPool(request: PoolRequest): Promise<PoolBuild> {
  if (request.native !== undefined) return buildWith(request, request.native);
  const native = lazyNative();
  try {
    return await buildWith(request, native);
  } finally {
    await native.close();
  }
}

async function buildWith(request: PoolRequest, native: LazyNative): Promise<PoolBuild> {
  const { packs, pool, onProgress, signal } = request;
  const work = packs.flatMap((pack) =>
    pack.templates.filter((template) => template.pool === pool).map((template) => ({ pack, template })),
  );
  const engine = fingerprintEngine();
  const items: Item[] = [];
  const problems: Problem[] = [];
  const proofs: Record<string, NativeProof> = {};
  const trusted: Template[] = [];
  const leftOut: Template[] = [];
  const queue = work.values();
  let done = 0;
  const workThrough = async () => {
    for (const { pack, template } of queue) {
      signal?.throwIfAborted();
      const result = await buildOrTrust(pack, template, engine, { ...request, native });
      items.push(...result.items);
      problems.push(...result.problems);
      if (result.proof !== undefined) proofs[template.id] = result.proof;
      if (result.isTrusted) trusted.push(template);
      if (result.isLeftOut) leftOut.push(template);
      done += 1;
      onProgress?.({ done, total: work.length, template: template.id });
    }
  };
  await Promise.all(Array.from({ length: atATime }, workThrough));
  signal?.throwIfAborted();
  return {
    items: sortItems(items),
    problems: sortProblems(problems),
    native: { proofs, trusted: sortTemplates(trusted), leftOut: sortTemplates(leftOut) },
  };
}

/** By template, then hash: an order that depends on nothing else. */
export function sortItems(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compareText(a.template, b.template) || compareText(a.hash, b.hash));
}

function sortTemplates(templates: readonly Template[]): Template[] {
  return templates.toSorted((a, b) => compareText(a.id, b.id));
}

type NativeRequest = PoolRequest & { native: LazyNative };

type TemplateBuild = {
  items: Item[];
  problems: Problem[];
  proof?: NativeProof;
  isTrusted?: true;
  isLeftOut?: true;
};

async function buildOrTrust(
  pack: Pack,
  template: Template,
  engine: string,
  request: NativeRequest,
): Promise<TemplateBuild> {
  const needs = nativeNeedsOf(template);
  if (needs.length === 0) return buildOrFind(pack, template, engine, request);
  const { native, seed, trust } = request;
  const machine = native.machine();
  const origin = { template, seed, license: pack.license };
  if (canProve(needs, machine)) {
    const build = await buildOrFind(pack, template, engine, request);
    if (build.items.length === 0) return build;
    return { ...build, proof: recordProof(origin, build.items, machine.python ?? nativeVersion) };
  }
  if (template.pool === 'exam') return { items: [], problems: [], isLeftOut: true };
  const { proofs, compiled } = trust?.() ?? { proofs: {}, compiled: [] };
  const items = takeOnTrust(origin, proofs, compiled);
  const proof = proofs[template.id];
  if (items === null || proof === undefined) return { items: [], problems: [unprovenProblem(template, machine)] };
  return { items, problems: [], proof, isTrusted: true };
}

async function buildOrFind(
  pack: Pack,
  template: Template,
  engine: string,
  request: NativeRequest,
): Promise<TemplateBuild> {
  const { seed, cache = noCache } = request;
  const { id, source } = template;
  const key = sha256(canonicalJson({ engine, seed, id, text: source.text, license: pack.license }));
  const found = await cache.find(key);
  if (found !== null) return { items: found, problems: [] };
  const { built, problems } = await drawUntilFit(template, request);
  if (problems.length > 0) return { items: [], problems };
  const highlight = await openHighlight();
  const items = built.variants.flatMap((variant) => toItems(template, variant, { license: pack.license, highlight }));
  await cache.keep(key, items);
  return { items, problems };
}

/** A template that passes with none of its draws has the problems that it had with the first ones. */
async function drawUntilFit(template: Template, request: NativeRequest): Promise<TemplateResult> {
  const { seed, redraws = 0, python, native, signal } = request;
  const tools = { python, native, signal };
  const first = await buildTemplate(template, seed, tools);
  let latest = first;
  for (let redraw = 1; latest.problems.length > 0 && redraw <= redraws; redraw++) {
    latest = await buildTemplate(template, deriveSeed(seed, `redraw ${redraw}`), tools);
  }
  return latest.problems.length > 0 ? first : latest;
}
