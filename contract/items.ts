import { z } from 'zod';
import { OptionId } from './words.ts';

const Tone = z.enum(['plain', 'keyword', 'string', 'number', 'comment', 'name', 'gap']);
const HighlightedLine = z.array(z.tuple([z.string(), Tone]));

const ItemKind = z.enum([
  'output',
  'error',
  'gap',
  'insert',
  'order',
  'select-many',
  'match',
  'trace',
  'concept',
  'scenario',
]);

/** How an item is answered. */
const AnswerView = z.discriminatedUnion('type', [
  /** One option. */
  z.object({ type: z.literal('choice') }),
  /** One option; each puts `line` after so many lines of the program (`after`, one number an option, as shown). */
  z.object({ type: z.literal('position'), line: HighlightedLine, after: z.array(z.int()) }),
  /** Several options; `pick` is how many, null if it is for the candidate to find out. */
  z.object({ type: z.literal('choices'), pick: z.int().nullable() }),
  /** An option for each slot, known by its label, or '' for the gaps `⟨1⟩`, `⟨2⟩` of the program. Options may be used again. */
  z.object({ type: z.literal('slots'), slots: z.array(z.string()) }),
  /** All options in an order. */
  z.object({ type: z.literal('order') }),
]);
export type AnswerView = z.output<typeof AnswerView>;

/** What a candidate answered; one shape a way of answering. */
export const Response = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), option: OptionId.nullable() }),
  z.strictObject({ type: z.literal('choices'), options: z.array(OptionId).max(20) }),
  z.strictObject({ type: z.literal('slots'), options: z.array(OptionId.nullable()).max(20) }),
  z.strictObject({ type: z.literal('order'), options: z.array(OptionId).max(20) }),
]);

/** The part of a scenario that its items share; `index` counts from 0. */
const SetView = z.object({ text: z.string(), index: z.int(), size: z.int() });

/** One item as the candidate sees it: no key, no misconception, no seed, no template. */
export const ItemView = z.object({
  position: z.int(),
  /** Title of its topic. */
  section: z.string(),
  kind: ItemKind,
  /** Null if the item stands alone. */
  set: SetView.nullable(),
  stem: z.string(),
  highlighted: z.array(HighlightedLine),
  /** What is typed at the keyboard while the program runs, or ''. */
  stdin: z.string(),
  /** A window or a plot that belongs to the question, as PNG in base64; sizes in CSS pixels. */
  picture: z.object({ png: z.string(), width: z.int(), height: z.int(), description: z.string() }).nullable(),
  answer: AnswerView,
  /** Whether an answer that is right in part earns a part of the point. */
  partialCredit: z.boolean(),
  options: z.array(z.object({ id: OptionId, text: z.string() })),
});
export type ItemView = z.output<typeof ItemView>;
