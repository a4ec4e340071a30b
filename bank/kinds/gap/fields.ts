import { z } from 'zod';
import type { Rendered } from '../../templates/rendering.ts';
import type { Template } from '../../templates/template.ts';
import type { KindText } from '../kind.ts';
import { outputMark } from '../running/goal.ts';

/** The question where the author writes none. */
export const usualStem = `Fill the gaps so that the program prints ${outputMark}.`;

const token = "Write the token in quotes: '<=', or { token: '<=', because: one sentence }.";
const tokens = "Write a list of 3 to 7 tokens, each in quotes: ['<', '<=', '>'].";
const answer = "Write a list with one of the tokens for each gap, 1 to 3 of them: ['<=', '1'].";
const gap = 'Write the number of the gap that the sentence is about, or leave it out.';
const words = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });

const Token = z.union(
  [
    words(token),
    z.strictObject({
      token: words(token),
      because: words('Write one sentence: why not this one.'),
      gap: z.int({ error: gap }).min(1, { error: gap }).max(3, { error: gap }).optional(),
    }),
  ],
  { error: token },
);

/** What a `gap` template says besides what all say. */
export const gapFields = {
  tokens: z.array(Token, { error: tokens }).min(3, { error: tokens }).max(7, { error: tokens }),
  answer: z.array(words(answer), { error: answer }).min(1, { error: answer }).max(3, { error: answer }),
  prints: words('Write what the filled program prints, or leave it out.').optional(),
};

type GapFields = z.output<z.ZodObject<typeof gapFields>>;

/** The texts with placeholders among the fields, by names of their own. */
export function textsOfGap(fields: Readonly<Record<string, unknown>>): Record<string, KindText> {
  // Checked by the shape above when the file was read.
  const { tokens, answer, prints } = fields as GapFields;
  const texts: [string, KindText][] = [
    ...tokens.flatMap((entry, index): [string, KindText][] =>
      typeof entry === 'string'
        ? [[`token ${index}`, { text: entry, as: 'repr' }]]
        : [
            [`token ${index}`, { text: entry.token, as: 'repr' }],
            [`because ${index}`, { text: entry.because.trim(), as: 'text' }],
          ],
    ),
    ...answer.map((text, index): [string, KindText] => [`answer ${index}`, { text, as: 'repr' }]),
    ...(prints === undefined ? [] : [['prints', { text: prints, as: 'text' }] satisfies [string, KindText]]),
  ];
  return Object.fromEntries(texts);
}

/** A text that may stand in a gap, with the author's own words about where it is wrong: in one gap (from 1) or in any (null). */
export type GapToken = { text: string; because: string | null; gap: number | null };

/** A draw's tokens, in the order of the file. */
export function readTokens({ texts }: Pick<Rendered, 'texts'>, { fields }: Pick<Template, 'fields'>): GapToken[] {
  return (fields as GapFields).tokens.map((entry, index) => ({
    text: texts[`token ${index}`] ?? '',
    because: texts[`because ${index}`] ?? null,
    gap: typeof entry === 'string' ? null : (entry.gap ?? null),
  }));
}

/** A draw's right token for each gap. */
export function readAnswer({ texts }: Pick<Rendered, 'texts'>): string[] {
  const places = Object.keys(texts).filter((name) => name.startsWith('answer '));
  return places.map((_, index) => texts[`answer ${index}`] ?? '');
}
