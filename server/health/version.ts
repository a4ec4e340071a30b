import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ServerPackage = z.object({ version: z.string() });

/** The version of this server, as its package says. */
export const VERSION: string = ServerPackage.parse(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;
