import { z } from 'zod';

/** Which sitting is meant: in the path of every endpoint about one. */
export const sittingParams = z.strictObject({ sittingId: z.uuid() });
