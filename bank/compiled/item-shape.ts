import type { Item } from '@pyladder/exam';
import { z } from 'zod';

const share = z.number().min(0).max(1);

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
  highlighted: z.array(
    z.array(z.tuple([z.string(), z.enum(['plain', 'keyword', 'string', 'number', 'comment', 'name'])])),
  ),
  stdin: z.string(),
  options: z.array(
    z.strictObject({
      text: z.string(),
      key: z.boolean(),
      misconceptions: z.array(z.array(z.string())),
      because: z.string().nullable(),
    }),
  ),
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
