/** Two pools that never share a template: practice is open, exam is used in real sittings only. */
export type Pool = 'practice' | 'exam';

/** What the candidate does with an item. Each kind has its own proof; see docs/items.md. */
export type ItemKind =
  | 'output'
  | 'error'
  | 'gap'
  | 'insert'
  | 'order'
  | 'select-many'
  | 'match'
  | 'trace'
  | 'concept'
  | 'scenario';

/** Kinds of colour that a piece of code can have; the site maps each to a design token. */
export type TokenTone = 'plain' | 'keyword' | 'string' | 'number' | 'comment' | 'name';

/** One line of code as pieces of text with a tone each; the texts joined are the line. */
export type HighlightedLine = [text: string, tone: TokenTone][];

/** One option of a choice item as stored: with its truth. Never sent to a candidate before the debrief. */
export type ItemOption = {
  /** What the candidate reads; for program output, without its last newline. */
  text: string;
  key: boolean;
  /**
   * The beliefs under which Python would do this: one entry a way to get here, each the ids that hold together.
   * Empty for the key and for authored distractors.
   */
  misconceptions: string[][];
  /** Why this option is wrong (authored distractors) in one sentence, or null: the misconceptions say it. */
  because: string | null;
};

/** How an item's key was shown to be right. */
export type ItemProof = {
  /** CPython lines and hash seeds it ran on, each with the same outcome. */
  runs: { python: string; hashSeed: number }[];
  /** Standard output to the byte. */
  stdout: string;
};

/**
 * One compiled variant of a template: immutable, known by the hash of its content.
 * Difficulty is the chance in [0, 1] that the exam's borderline candidate is right (Angoff).
 */
export type Item = {
  /** SHA-256 of the item's canonical JSON without this field, in lower-case hex. */
  hash: string;
  template: string;
  pool: Pool;
  credential: string;
  section: string;
  objective: string;
  kind: ItemKind;
  stem: string;
  code: string;
  highlighted: HighlightedLine[];
  /** What the program reads, or '' when it reads nothing. */
  stdin: string;
  options: ItemOption[];
  difficulty: number;
  /** The lowest CPython the item holds for when not all ('>=3.12'), otherwise null. */
  python: string | null;
  /** What the program needs beyond plain CPython ('numpy', …). */
  needs: string[];
  explanation: string;
  source: string | null;
  license: string;
  proof: ItemProof;
};

/** What form drawing needs to know of an item. */
export type ItemSummary = Pick<Item, 'hash' | 'template' | 'section' | 'objective' | 'difficulty'>;
