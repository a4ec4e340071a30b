import { z } from 'zod';
import type { Rendered } from '../../templates/rendering.ts';
import type { KindText } from '../kind.ts';

const token = "Write the token in quotes: '<=', or { token: '<=', because: one sentence }.";
const tokens = "Write a list of 3 to 7 tokens, each in quotes: ['<', '<=', '>'].";
const answer = "Write a list with one of the tokens for each gap, 1 to 3 of them: ['<=', '1'].";
const words = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });

const Token = z.union(
  [words(token), z.strictObject({ token: words(token), because: words('Write one sentence: why not this one.') })],
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

/** A text that may stand in a gap, with the author's own words about where it is wrong. */
export type GapToken = { text: string; because: string | null };

/** A draw's tokens in the order of the file, its answer, and what the author says it prints (null: nothing is said). */
export function readGap({ texts }: Pick<Rendered, 'texts'>): {
  tokens: GapToken[];
  answer: string[];
  prints: string | null;
} {
  const list = (name: string) =>
    Object.keys(texts)
      .filter((key) => key.startsWith(`${name} `))
      .map((key) => Number(key.slice(name.length + 1)))
      .sort((a, b) => a - b);
  return {
    tokens: list('token').map((index) => ({
      text: texts[`token ${index}`] ?? '',
      because: texts[`because ${index}`] ?? null,
    })),
    answer: list('answer').map((index) => texts[`answer ${index}`] ?? ''),
    prints: texts.prints ?? null,
  };
}
