import { readFile } from 'node:fs/promises';
import type { Blueprint } from '@pyladder/psychometrics/assembly';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { UserError } from '../user-error.ts';

const number = z.number();
const span = z.union([number, z.strictObject({ least: number.optional(), most: number.optional() })], {
  error: 'expected a number, or least and most',
});

/** What may stand in a blueprint; the words are those of the library. */
const form = z.strictObject({
  forms: number,
  length: number,
  sections: z.record(z.string(), span).optional(),
  counts: z
    .array(z.strictObject({ attribute: z.string(), value: z.union([z.string(), number]), items: span }))
    .optional(),
  sums: z.array(z.strictObject({ attribute: z.string(), total: span })).optional(),
  seconds: span.optional(),
  sets: z.record(z.string(), span).optional(),
  mostUses: number.optional(),
  mostShared: number.optional(),
  earlier: z.array(z.array(z.string())).optional(),
  goal: z.enum(['most', 'closest']).default('most'),
  aims: z.array(z.strictObject({ theta: number, information: number.default(1) })).min(1),
});

/** Reads a blueprint in YAML or JSON. @throws UserError naming what is missing or makes no sense */
export async function readBlueprint(file: string): Promise<Blueprint> {
  const read = form.safeParse(await readYaml(file));
  if (read.success) return withoutGaps(read.data);
  const what = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the blueprint'}: ${message}`);
  throw new UserError(`${file}: ${what.join('; ')}`);
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError) throw new UserError(`${file}: ${error.message.split('\n')[0]}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${file} does not exist.`);
    if (code !== undefined) throw new UserError(`${file} cannot be read (${code}).`);
    throw error;
  }
}

/** What was not said is left out, instead of being said to be nothing. */
function withoutGaps(read: z.infer<typeof form>): Blueprint {
  return JSON.parse(JSON.stringify(read)) as Blueprint;
}
