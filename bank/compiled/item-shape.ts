import type { Item } from '@pyladder/exam';
import { z } from 'zod';

const share = z.number().min(0).max(1);

const Line = z.array(z.tuple([z.string(), z.enum(['plain', 'keyword', 'string', 'number', 'comment', 'name', 'gap'])]));
const indexes = z.array(z.int().min(0));
const beliefs = z.array(z.array(z.string()));

const Next = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('line'), line: z.int().min(1) }),
  z.strictObject({ event: z.enum(['return', 'yield', 'raise']), value: z.string() }),
  z.strictObject({ event: z.literal('end') }),
]);

const Side = z.strictObject({
  variables: z.record(z.string(), z.string().nullable()),
  printed: z.string().nullable(),
  next: Next.nullable(),
});

const PartingShape = z.strictObject({
  line: z.int().min(1),
  time: z.int().min(1),
  step: z.int().min(0),
  python: Side,
  belief: Side,
});

const Answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice') }),
  z.strictObject({ type: z.literal('position'), line: z.string(), highlighted: Line, after: indexes }),
  z.strictObject({ type: z.literal('choices'), pick: z.int().min(1).nullable() }),
  z.strictObject({
    type: z.literal('slots'),
    slots: z.array(z.string()).min(1),
    accepted: z.array(indexes).min(1),
    faults: z.array(
      z.strictObject({ slot: z.int(), option: z.int(), misconceptions: beliefs, because: z.string().nullable() }),
    ),
  }),
  z.strictObject({
    type: z.literal('order'),
    accepted: z.array(indexes).min(1),
    faults: z.array(z.strictObject({ first: z.int(), second: z.int(), because: z.string() })),
  }),
]);

/** An item as compiled files hold it. */
export const ItemShape: z.ZodType<Item> = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  template: z.string(),
  pool: z.enum(['practice', 'exam']),
  credential: z.string(),
  section: z.string(),
  objective: z.string(),
  kind: z.enum(['output', 'error', 'gap', 'insert', 'order', 'select-many', 'match', 'trace', 'concept', 'scenario']),
  stem: z.string(),
  code: z.string(),
  highlighted: z.array(Line),
  stdin: z.string(),
  options: z.array(
    z.strictObject({
      text: z.string(),
      key: z.boolean(),
      misconceptions: beliefs,
      because: z.string().nullable(),
      parting: PartingShape.exactOptional(),
    }),
  ),
  answer: Answer.exactOptional(),
  picture: z
    .strictObject({ png: z.base64(), width: z.int().min(1), height: z.int().min(1), description: z.string().min(1) })
    .exactOptional(),
  set: z
    .strictObject({ id: z.string(), index: z.int().min(0), size: z.int().min(2), text: z.string() })
    .exactOptional(),
  difficulty: share,
  python: z.string().nullable(),
  needs: z.array(z.string()),
  explanation: z.string(),
  source: z.string().nullable(),
  license: z.string(),
  proof: z.strictObject({
    runs: z.array(z.strictObject({ python: z.string(), hashSeed: z.int() })),
    stdout: z.string(),
  }),
});
