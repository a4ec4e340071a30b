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

/**
 * Kinds of colour that a piece of code can have; the site maps each to a design token. A `gap` is a place for an option:
 * its text is `⟨1⟩` for the first slot, `⟨2⟩` for the second.
 */
export type TokenTone = 'plain' | 'keyword' | 'string' | 'number' | 'comment' | 'name' | 'gap';

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
  /** Where the program parts from Python under the first of the misconceptions. Absent: nothing was found to show. */
  parting?: Parting;
};

/** Where a program goes after a line: to another line, or out of a call with a value or an exception (as text), or to its end. */
export type PartingNext =
  | { event: 'line'; line: number }
  | { event: 'return' | 'yield' | 'raise'; value: string }
  | { event: 'end' };

/** What one line did to a program: no more than what was otherwise on the other side. Long texts end in "…". */
export type PartingSide = {
  /** Name to value, as Python shows it; null: there is no such variable. */
  variables: Record<string, string | null>;
  /** What was printed; null if that was the same. */
  printed: string | null;
  /** Null if it was the same. */
  next: PartingNext | null;
};

/** The first line of a program that, under a belief, does something else than in Python; until then both go the same way. */
export type Parting = {
  /** From 1. */
  line: number;
  /** How many times the program had come to that line by then, this one counted. */
  time: number;
  /** Place of that line among all the steps of the program, from 0. */
  step: number;
  python: PartingSide;
  belief: PartingSide;
};

/** Why an option is wrong in a slot, if the others are filled rightly. Indexes of slots and options, from 0. */
export type SlotFault = { slot: number; option: number; misconceptions: string[][]; because: string | null };

/** What happens if option `second` comes before option `first`, which has to come first. Indexes of options, from 0. */
export type OrderFault = { first: number; second: number; because: string };

/** How an item is answered, and what is right where that is more than options that are keys. */
export type ItemAnswer =
  /** One option; any that is a key is right. */
  | { type: 'choice' }
  /** One option, each of which puts `line` after so many lines of the program. */
  | { type: 'position'; line: string; highlighted: HighlightedLine; after: number[] }
  /** All options that are keys and no other; `pick` is how many the stem asks for, null if it says "all that apply". */
  | { type: 'choices'; pick: number | null }
  /** An option for each slot, known by its label ('' for gaps in the program); an option may be used again. */
  | { type: 'slots'; slots: string[]; accepted: number[][]; faults: SlotFault[] }
  /** All options in an order. */
  | { type: 'order'; accepted: number[][]; faults: OrderFault[] };

/** A picture that belongs to the question: of a window or a plot that its program makes. */
export type ItemPicture = {
  /** PNG in base64. */
  png: string;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  description: string;
};

/** What several items of a scenario share: they are drawn and placed together, in the order of `index`. */
export type ItemSet = { id: string; index: number; size: number; text: string };

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
  /** Absent: a choice. */
  answer?: ItemAnswer;
  /** Absent: there is none. */
  picture?: ItemPicture;
  /** Absent: the item stands alone. */
  set?: ItemSet;
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
export type ItemSummary = Pick<Item, 'hash' | 'template' | 'section' | 'objective' | 'difficulty'> & {
  set?: Pick<ItemSet, 'id' | 'index' | 'size'>;
};
