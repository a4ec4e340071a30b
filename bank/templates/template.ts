import type { Pool } from '@pyladder/exam';
import type { BuildableKind } from '../kinds/kind.ts';
import type { YamlSource } from '../packs/yaml-source.ts';
import type { Param } from './params.ts';
import type { TextPart } from './placeholders.ts';

/** A gate that a template may ask to be let through, because what the gate minds is what the item is about. */
export type Allowance = 'cosmetic' | 'style';

/** A wrong answer that an author wrote. */
export type AuthoredDistractor = { text: TextPart[]; because: TextPart[] };

/** That the question shows what its program leaves on the screen, and what that is in words. */
export type PictureWanted = { of: 'window' | 'plot'; description: TextPart[] };

/** A template as read: what varies, what is said, and where each of it stands in the file. */
export type Template = {
  id: string;
  pool: Pool;
  credential: string;
  section: string;
  objective: string;
  kind: BuildableKind;
  /** What its kind has it say besides, as read. */
  fields: Readonly<Record<string, unknown>>;
  /** The texts with placeholders among those fields, by the kind's names for them. */
  texts: Readonly<Record<string, TextPart[]>>;
  params: Param[];
  /** Names worked out from the params, in order: Python expressions. */
  lets: { name: string; expression: string }[];
  /** Python conditions that a draw must meet. */
  conditions: string[];
  stem: TextPart[];
  code: TextPart[];
  stdin: TextPart[];
  explanation: TextPart[];
  /** Each entry the ids that hold together; most have one. */
  misconceptions: string[][];
  distractors: AuthoredDistractor[];
  /** The items of a scenario, each a template of another kind that shares params, place and program; otherwise none. */
  members: Template[];
  difficulty: number;
  variants: number;
  python: string | null;
  needs: string[];
  /** Null: the question has no picture. */
  picture: PictureWanted | null;
  allow: Allowance[];
  /** Address of a page that says the same. */
  reference: string | null;
  /** The day on which a second person read it. */
  reviewed: string | null;
  source: YamlSource;
};
