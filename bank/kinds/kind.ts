import type { ItemKind, ItemOption } from '@pyladder/exam';
import type { PythonPool } from '@pyladder/python/node';
import type { Rendered } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';
import type { BeliefRun, ProofRun } from '../templates/variant.ts';
import type { ProofDepth } from './output/proof.ts';

/** What the building of one variant may use. `seed` is the template's own. */
export type KindTools = {
  python: PythonPool;
  seed: string;
  /** Sets of beliefs (ids joined by a space) that made earlier variants endless: running them again only costs time. */
  endless: ReadonlySet<string>;
  depth: ProofDepth;
  signal?: AbortSignal | undefined;
};

/** A variant with its proof and options, or why this draw makes no item; `hopeless` if no other draw can. */
export type KindResult =
  | { fit: true; proof: ProofRun[]; beliefRuns: BeliefRun[]; options: ItemOption[] }
  | { fit: false; why: string; hopeless: boolean; beliefRuns: BeliefRun[] };

/** Makes an item of a draw: runs it, finds its key, builds its options. Every kind has its own. */
export type KindBuilder = (template: Template, rendered: Rendered, tools: KindTools) => Promise<KindResult>;

/** A kind that this engine can build. */
export type BuildableKind = Extract<ItemKind, 'output'>;
