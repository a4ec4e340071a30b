import { z } from 'zod';
import type { Param } from '../../templates/params.ts';
import type { Rendered } from '../../templates/rendering.ts';
import type { KindText } from '../kind.ts';
import { chooseSome, chosenIn } from '../probes/choose-some.ts';

const words = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });
const key = 'Write the statement that is right, or { text: …, check: … }.';
const distractors = 'Write 3 to 8 wrong statements: - { text: …, because: … }.';
const check = words('Write a Python expression that is True where the statement is right.').optional();

/** What a `concept` template says besides what all say. */
export const conceptFields = {
  key: z.union([words(key), z.strictObject({ text: words(key), check })], { error: key }),
  distractors: z
    .array(
      z.strictObject(
        {
          text: words('Write the wrong statement.'),
          because: words('Write one sentence: why this is wrong.'),
          check,
        },
        { error: distractors },
      ),
      { error: distractors },
    )
    .min(3, { error: distractors })
    .max(8, { error: distractors }),
};

const Fields = z.object(conceptFields);
const statementsShown = 'wrong statements shown';
const wrongStatements = 3;

/** Which wrong statements of more a variant shows. */
export function paramsOfConcept(fields: unknown): Param[] {
  const { length } = Fields.parse(fields).distractors;
  return length === wrongStatements ? [] : [chooseSome(statementsShown, length, wrongStatements)];
}

export function textsOfConcept(fields: unknown): Record<string, KindText> {
  const { key: right, distractors: wrong } = Fields.parse(fields);
  const { text, check: own } = typeof right === 'string' ? { text: right, check: undefined } : right;
  const texts: Record<string, KindText> = { key: { text: text.trim(), as: 'text' } };
  if (own !== undefined) texts['check key'] = { text: own.trim(), as: 'repr' };
  for (const [index, one] of wrong.entries()) {
    if (one.check !== undefined) texts[`check ${index}`] = { text: one.check.trim(), as: 'repr' };
  }
  return texts;
}

/** A statement of a variant. */
export type Statement = {
  /** Its place among the distractors of the file, from 0; null for the key. */
  index: number | null;
  text: string;
  because: string | null;
  /** What Python is asked about it, if anything. */
  check: string | null;
};

/** The key and the wrong statements that a variant shows. */
export function readStatements({ texts, draw, distractors: written }: Rendered): Statement[] {
  const wrong = chosenIn(draw, statementsShown, written.length).flatMap((index) => {
    const one = written[index];
    return one === undefined ? [] : [{ index, ...one, check: texts[`check ${index}`] ?? null }];
  });
  return [{ index: null, text: texts.key ?? '', because: null, check: texts['check key'] ?? null }, ...wrong];
}
