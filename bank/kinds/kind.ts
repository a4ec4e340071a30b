import type { ItemAnswer, ItemKind, ItemOption, ItemPicture } from '@pyladder/exam';
import type { z } from 'zod';
import type { ProvingGate, ReadingGate } from '../gates/gate.ts';
import type { YamlPath } from '../packs/yaml-source.ts';
import type { Param } from '../templates/params.ts';
import type { Rendered } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';
import type { TemplateFile } from '../templates/template-shape.ts';
import type { BeliefRun, ProofRun, Variant } from '../templates/variant.ts';
import type { ItemPython } from '../tools/item-python.ts';
import type { ProofDepth } from './output/proof.ts';

/** A kind that this engine can build. */
export type BuildableKind = ItemKind;

/** What the building of one variant may use. `seed` is the template's own. */
export type KindTools = {
  python: ItemPython;
  seed: string;
  /** Sets of beliefs (ids joined by a space) that made earlier variants endless: running them again only costs time. */
  endless: ReadonlySet<string>;
  depth: ProofDepth;
  signal?: AbortSignal | undefined;
};

/** What a kind makes of a draw that is fit for the bank. */
export type KindItem = {
  proof: ProofRun[];
  beliefRuns: BeliefRun[];
  options: ItemOption[];
  /** Absent: a choice. */
  answer?: ItemAnswer;
  /** Absent: there is none. */
  picture?: ItemPicture;
  /** The program as the candidate sees it, where that is not the one that was run (one with gaps, say). */
  shownCode?: string;
  /** The question, where it says what only a run can tell. */
  stem?: string;
  /** The items of a scenario, one for each of the template's, and what is said before them. */
  set?: { text: string; members: Variant[] };
  /** For authors: what was tried and what became of it, in a sentence. */
  tried?: string;
};

/** A variant with its proof and options, or why this draw makes no item; `hopeless` if no other draw can. */
export type KindResult =
  | ({ fit: true } & KindItem)
  | ({ fit: false; why: string; hopeless: boolean; beliefRuns: BeliefRun[] } & Partial<Remedy>);

/** Where in the template a fault lies that no draw can mend, and what to write there. */
export type Remedy = { at: YamlPath; remedy: string };

/** Makes an item of a draw: runs it, finds its key, builds its options. Every kind has its own. */
export type KindBuilder = (template: Template, rendered: Rendered, tools: KindTools) => Promise<KindResult>;

/** A text of a template with placeholders: `repr` writes values as Python does in a program, `text` as print() does. */
export type KindText = { text: string; as: 'repr' | 'text' };

/** What the engine has to know of a kind of item. */
export type Kind = {
  /** What its templates say besides what all say; each message says what to write instead. */
  fields: Readonly<Record<string, z.ZodType>>;
  /** The question where the author writes none; null if one has to be written. */
  stem: string | null;
  /** Whether a template may do without a program. */
  isCodeOptional: boolean;
  /** The texts with placeholders among its own fields, by names of its own; `Rendered.texts` has them written out. */
  textsOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, KindText>>;
  /** What varies besides the author's params: which of more claims are shown, say. Names hold a blank, as no author's do. */
  paramsOf?(fields: Readonly<Record<string, unknown>>): Param[];
  /** The items of a scenario, each as a template file of its own; paths into the file are below those of `items`. */
  membersOf?(file: TemplateFile): TemplateFile[];
  /** The whole program, where what is written as `code` is none (it has gaps or marks); that stays as `Rendered.written`. */
  programOf?(written: Omit<Rendered, 'written'>): string;
  /** Passed before a template is run, besides those that all have to pass. */
  readingGates?: readonly ReadingGate[];
  build: KindBuilder;
  /** Passed by the variants of a template before any of them becomes an item. */
  gates: readonly ProvingGate[];
};
