import { z } from 'zod';

const ask = 'Write exception (which exception is raised) or line (which line raises it).';

/** What an `error` template says besides what all say. */
export const errorFields = { ask: z.enum(['exception', 'line'], { error: ask }) };

/** What an item asks about the end of its program. */
export type ErrorAsk = z.output<typeof errorFields.ask>;

/** What a template asks. */
export function readAsk(fields: Readonly<Record<string, unknown>>): ErrorAsk {
  // Checked by the shape above when the file was read.
  return fields.ask as ErrorAsk;
}
