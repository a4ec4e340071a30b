import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ladder } from '@pyladder/exam';
import { z } from 'zod';
import { BadPack, type Problem, problemAt } from '../problem.ts';
import { checkLadder } from './ladder-checks.ts';
import { checkYaml } from './schema-problems.ts';

const id = z
  .string({ error: 'Write lower-case words joined by hyphens, such as data-collections.' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'Write lower-case words joined by hyphens, such as data-collections.' });
const words = z.string({ error: 'Write words for people.' }).min(1, { error: 'Write words for people.' });
const ids = z.array(id, { error: 'Write a list of credential ids, such as [pcap], or [].' });
const count = (remedy: string) => z.int({ error: remedy }).min(1, { error: remedy });

const ObjectiveShape = z.strictObject(
  { id, title: words, from: z.enum(['article', 'added'], { error: 'Write article or added.' }) },
  { error: 'Write { id: …, title: …, from: article }.' },
);

const SectionShape = z.strictObject(
  {
    id,
    items: count('Write how many items of a form come from this section, at least 1.'),
    title: words,
    objectives: z
      .array(ObjectiveShape, { error: 'Write a list of objectives.' })
      .min(1, { error: 'Name at least one objective.' }),
  },
  { error: 'Write a section: id, items, title, objectives.' },
);

const passMark = 'Write a share above 0 and at most 1, such as 0.70.';
const ExamShape = z.strictObject(
  {
    items: count('Write the number of items of a form.'),
    minutes: count('Write the minutes a candidate has, at least 1.'),
    passMark: z.number({ error: passMark }).gt(0, { error: passMark }).lte(1, { error: passMark }),
    feeCents: z.int({ error: 'Write the fee in cents, such as 5900.' }).min(0, { error: 'Write 0 or more cents.' }),
    currency: z
      .string({ error: 'Write an ISO 4217 code, such as USD.' })
      .regex(/^[A-Z]{3}$/, { error: 'Write an ISO 4217 code, such as USD.' }),
    delivery: z
      .array(z.enum(['online', 'centre', 'remote'], { error: 'Write online, centre or remote.' }), {
        error: 'Write a list, such as [online].',
      })
      .min(1, { error: 'Name at least one way to sit the exam.' }),
    partialCredit: z.boolean({ error: 'Write true or false.' }).default(false),
    abilityCut: z.number({ error: 'Write a place on the ability scale in logits, such as -1.' }).optional(),
    note: words.optional(),
  },
  { error: 'Write the exam: items, minutes, passMark, feeCents, currency, delivery.' },
);

const ExamCredentialShape = z.strictObject({
  id,
  name: words,
  short: words,
  requires: ids,
  advises: ids,
  exam: ExamShape,
  retakeDays: z.int({ error: 'Write whole days.' }).min(0, { error: 'Write 0 or more days.' }),
  sections: z
    .array(SectionShape, { error: 'Write a list of sections.' })
    .min(1, { error: 'Name at least one section.' }),
});

const GrantedCredentialShape = z.strictObject({
  id,
  name: words,
  short: words,
  grantedBy: ids.min(1, { error: 'Name the credentials that grant this one.' }),
});

const CredentialShape = z.unknown().transform((value, context): LadderFile['credentials'][number] => {
  const granted = typeof value === 'object' && value !== null && 'grantedBy' in value;
  const result = (granted ? GrantedCredentialShape : ExamCredentialShape).safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const unknown = keys.map((key) => ({
      path: [...issue.path, key],
      message: 'Take this field out: it has no meaning here.',
    }));
    for (const { path, message } of keys.length > 0 ? unknown : [issue])
      context.addIssue({ code: 'custom', path, message });
  }
  return z.NEVER;
});

type LadderFile = {
  id: string;
  title: string;
  credentials: (z.output<typeof ExamCredentialShape> | z.output<typeof GrantedCredentialShape>)[];
};

const LadderShape: z.ZodType<LadderFile> = z.strictObject(
  {
    id,
    title: words,
    credentials: z
      .array(CredentialShape, { error: 'Write the list of credentials, lowest first.' })
      .min(1, { error: 'Name at least one credential.' }),
  },
  { error: 'Write id, title and credentials.' },
);

/** The ladder of a pack, or everything that is wrong with its `ladder.yaml`. */
export function readLadder(packFolder: string): { ladder: Ladder | null; problems: Problem[] } {
  const file = join(packFolder, 'ladder.yaml');
  if (!existsSync(file)) {
    const start = { file, line: 1, column: 1 };
    return {
      ladder: null,
      problems: [problemAt(start, 'There is no ladder here.', 'Write a ladder.yaml with id, title and credentials.')],
    };
  }
  const checked = checkYaml(file, readFileSync(file, 'utf8'), LadderShape);
  if (!checked.ok) return { ladder: null, problems: checked.problems };
  const ladder: Ladder = { ...checked.value, credentials: checked.value.credentials.map(withoutNote) };
  const problems = checkLadder(ladder, checked.source);
  return { ladder: problems.length === 0 ? ladder : null, problems };
}

/** @throws BadPack naming every problem of `ladder.yaml` with file, line and remedy */
export function loadLadder(packFolder: string): Ladder {
  const { ladder, problems } = readLadder(packFolder);
  if (ladder === null) throw new BadPack(problems);
  return ladder;
}

function withoutNote(credential: LadderFile['credentials'][number]): Ladder['credentials'][number] {
  if ('grantedBy' in credential) return credential;
  const { note: _, abilityCut, ...exam } = credential.exam;
  return { ...credential, exam: abilityCut === undefined ? exam : { ...exam, abilityCut } };
}
