import { z } from 'zod';

/** Every reply that is not a success. `code` is stable; words for people are the site's, by code. */
export const Problem = z.object({
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  /** For `invalid_request`: where in the request, and what is wrong there. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Names the request in the server's log. */
  requestId: z.string().optional(),
});
export type Problem = z.output<typeof Problem>;
