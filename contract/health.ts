import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

/** Part of the installation that must be there before anybody can be served. */
const Part = z.enum(['ready', 'starting']);

export const Health = z.object({
  status: z.enum(['ready', 'starting', 'stopping']),
  database: Part,
  practiceBank: Part,
  /**
   * The exam bank is built at first start; `built` of `total` templates are done. `refused`: there is none, and none from
   * before, because its packs have mistakes or could not be built (which is tried again); the log has the particulars.
   */
  examBank: z.object({
    status: z.enum(['ready', 'starting', 'refused']),
    reason: z.enum(['packs_have_mistakes', 'build_failed']).optional(),
    built: z.int(),
    total: z.int(),
  }),
  version: z.string(),
});
export type Health = z.output<typeof Health>;

/** 200 when ready, 503 (same body) when not. */
export const GetHealth = {
  method: 'GET',
  path: '/api/health',
  may: ['anyone'],
  summary: 'Whether this node can serve everything',
  reply: Health,
} as const satisfies Endpoint;
