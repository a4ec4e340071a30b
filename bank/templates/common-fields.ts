import { z } from 'zod';

const difficulty = 'Write the chance that a borderline candidate of this exam is right, from 0.40 to 0.95.';
const variants = 'Write how many variants to build, from 1 to 100.';
export const words = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });
const names = 'Write names as Python takes them: letters, digits and _, not beginning with a digit.';
const name = z.string({ error: names }).regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: names });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const listed = z
  .array(z.unknown(), { error: 'Write a list of values.' })
  .min(1, { error: 'Write at least one value.' });

const sampleSize = 'Write how many to take: a whole number from 1 to the length of the list, at most 20.';
const Sample = z
  .strictObject({
    sample: listed,
    size: z.int({ error: sampleSize }).min(1, { error: sampleSize }).max(20, { error: sampleSize }),
  })
  .refine(({ sample, size }) => size <= sample.length, { path: ['size'], error: sampleSize });

const bounds = 'Write [first, last], both included, at most 10,000 numbers: { range: [2, 9] }.';
const Range = z.strictObject({
  range: z
    .tuple([z.int({ error: bounds }), z.int({ error: bounds })], { error: bounds })
    .refine(([first, last]) => first <= last && last - first < 10_000, { error: bounds }),
  step: z.int({ error: 'Write a whole number above 0.' }).min(1, { error: 'Write a whole number above 0.' }).optional(),
});

const param = 'Write a list [1, 2, 3], { range: [2, 9] } or { sample: [1, 2, 3, 4], size: 2 }.';
const Param = z.union([listed, Range, Sample], { error: param });

const beliefs = 'Write a misconception id, or a list of two or more that hold together: [a, b].';
const Beliefs = z.union([words(beliefs), z.array(words(beliefs), { error: beliefs }).min(2, { error: beliefs })], {
  error: beliefs,
});

const Distractor = z.strictObject(
  {
    text: z
      .union([words('Write what the program would print.'), scalar], { error: 'Write what the program would print.' })
      .transform(String),
    because: words('Write one sentence: why this is wrong.'),
  },
  { error: 'Write { text: …, because: … }.' },
);

/** What templates of every kind say. */
export const commonFields = {
  id: words('Write <credential>.<section>.<file name without .yaml>.'),
  objective: words("Write the id of one of the section's objectives."),
  pool: z.enum(['practice', 'exam'], { error: 'Write practice or exam.' }),
  stdin: z.string({ error: 'Write what is typed, as a block after |.' }).default(''),
  params: z.record(name, Param, { error: 'Write one `name: values` a line.' }).default({}),
  let: z
    .record(name, z.union([words('Write a Python expression.'), scalar], { error: 'Write a Python expression.' }), {
      error: 'Write one `name: expression` a line.',
    })
    .default({}),
  where: z
    .union([words('Write a Python condition.'), z.array(words('Write a Python condition.'))], {
      error: 'Write a Python condition, or a list of them.',
    })
    .default([]),
  misconceptions: z.array(Beliefs, { error: 'Write a list of misconception ids.' }).default([]),
  distractors: z.array(Distractor, { error: 'Write a list of { text: …, because: … }.' }).default([]),
  difficulty: z.number({ error: difficulty }),
  explain: words('Write why the key is right.'),
  source: z
    .url({ error: 'Write the full address of a page, such as https://docs.python.org/3/.', protocol: /^https$/ })
    .optional(),
  variants: z.int({ error: variants }).min(1, { error: variants }).max(100, { error: variants }).default(12),
  python: z
    .string({ error: "Write '>=3.14' or leave it out." })
    .regex(/^>=3\.\d+$/, { error: "Write '>=3.14' or leave it out." })
    .optional(),
  needs: z
    .array(words('Write the name of what the program needs.'), { error: 'Write a list, such as [files].' })
    .default([]),
  picture: z
    .strictObject(
      {
        of: z.enum(['window', 'plot'], { error: 'Write window or plot.' }),
        description: words('Write what it shows, for those who do not see it.'),
      },
      { error: 'Write { of: window, description: … }, or of: plot.' },
    )
    .optional(),
  allow: z
    .array(z.enum(['cosmetic', 'style'], { error: 'Write cosmetic or style.' }), {
      error: 'Write a list, such as [style].',
    })
    .default([]),
  reviewed: z.iso.date({ error: 'Write the day a second person read it: 2026-11-22.' }).optional(),
};

/** A program, and a question, where they have to be written. */
export const program = words('Write the program as a block after |.');
export const question = words('Write the question.');
