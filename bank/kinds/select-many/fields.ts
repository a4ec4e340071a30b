import { z } from 'zod';
import type { Param } from '../../templates/params.ts';
import type { Rendered } from '../../templates/rendering.ts';
import type { KindText } from '../kind.ts';
import { chooseSome, chosenIn } from '../probes/choose-some.ts';

const words = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });
const claim =
  'Write { check: "words[0] == \'a\'" } or { run: print(words), prints: … }, with `because` where it may be wrong.';
const claims = 'Write a list of 4 to 12 claims.';
const shown = 'Write how many claims a variant shows, from 4 to 6, at most as many as there are.';

const result = {
  prints: z
    .union([z.string(), z.number(), z.boolean()], { error: 'Write what the claims are said to print.' })
    .transform(String)
    .optional(),
  raises: words('Write the name of the exception that is said to end the program: ValueError.').optional(),
};

const because = words('Write one sentence: why the claim is true or false.').optional();

const Claim = z.union(
  [
    z.strictObject({
      says: words('Write the claim in words.').optional(),
      check: words('Write a Python expression that is True or False after the program.'),
      because,
    }),
    z.strictObject({
      says: words('Write the claim in words.').optional(),
      run: words('Write what is run after the program.'),
      ...result,
      because,
    }),
  ],
  { error: claim },
);

/** What a `select-many` template says besides what all say. */
export const selectManyFields = {
  claims: z.array(Claim, { error: claims }).min(4, { error: claims }).max(12, { error: claims }),
  ...result,
  shown: z.int({ error: shown }).min(4, { error: shown }).max(6, { error: shown }).optional(),
  pick: z.enum(['count', 'all'], { error: 'Write count (the stem says how many) or all.' }).default('count'),
};

const Fields = z.object(selectManyFields);
const claimsShown = 'claims shown';
const usuallyShown = 5;

/** Which claims of more a variant shows. */
export function paramsOfSelectMany(fields: unknown): Param[] {
  const { claims: all, shown: wanted } = Fields.parse(fields);
  const size = Math.min(wanted ?? (all.length > 6 ? usuallyShown : 6), all.length);
  return size === all.length ? [] : [chooseSome(claimsShown, all.length, size)];
}

export function textsOfSelectMany(fields: unknown): Record<string, KindText> {
  const { claims: all, prints, raises } = Fields.parse(fields);
  const texts: Record<string, KindText> = {};
  for (const [index, one] of all.entries()) {
    const source = 'check' in one ? one.check : one.run;
    texts[`${'check' in one ? 'check' : 'run'} ${index}`] = { text: source.trim(), as: 'repr' };
    if (one.says !== undefined) texts[`says ${index}`] = { text: one.says.trim(), as: 'text' };
    if (one.because !== undefined) texts[`because ${index}`] = { text: one.because.trim(), as: 'text' };
    if ('check' in one) continue;
    const raised = one.raises ?? (one.prints === undefined ? raises : undefined);
    const printed = one.prints ?? (raised === undefined ? prints : undefined);
    if (raised !== undefined) texts[`raises ${index}`] = { text: raised, as: 'text' };
    else if (printed !== undefined) texts[`prints ${index}`] = { text: printed, as: 'text' };
  }
  return texts;
}

/** A claim of a variant: what the candidate reads, and how it is tried. */
export type Claim = {
  /** Its place in the file, from 0. */
  index: number;
  text: string;
  because: string | null;
  trial:
    | { type: 'check'; expression: string }
    | { type: 'run'; code: string; prints: string | null; raises: string | null };
};

/** The claims that a variant shows, in the order of the file. */
export function readClaims({ texts, draw }: Pick<Rendered, 'texts' | 'draw'>, fields: unknown): Claim[] {
  const { claims: all } = Fields.parse(fields);
  return chosenIn(draw, claimsShown, all.length).map((index) => {
    const get = (name: string): string | null => texts[`${name} ${index}`] ?? null;
    const expression = get('check');
    const code = get('run') ?? '';
    const source = expression ?? code;
    return {
      index,
      text: get('says') ?? `\`${source}\``,
      because: get('because'),
      trial:
        expression === null
          ? { type: 'run', code, prints: get('prints'), raises: get('raises') }
          : { type: 'check', expression },
    };
  });
}

/** How many the stem asks for, or all. */
export function readPick(fields: unknown): 'count' | 'all' {
  return Fields.parse(fields).pick;
}
