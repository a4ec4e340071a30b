import { hashItem } from '@pyladder/bank';
import { type ExamCredential, findExamCredential, type Item, type Ladder, type Pool } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import type { Deps } from '../../deps.ts';
import { enforce } from '../enforcement.ts';

const TEMPLATES_BEYOND_NEED = 3;
const VARIANTS = 2;

/**
 * For tests: a bank of the pool that is large enough for PCEP forms, put in force. Its items are made up, their shape is not.
 *
 * @param change makes other items of them, say such as are answered in other ways
 */
export async function givenBank(
  { db, installation, ladder, banks }: Deps,
  pool: Pool,
  change: (items: Item[]) => Item[] = (items) => items,
): Promise<Item[]> {
  const items = change(makeItems(ladder, pool));
  await enforce(db, { issuerId: installation.issuerId, pool, source: `made up for ${pool}` }, items);
  await banks.refresh(pool);
  return items;
}

/** Enough made-up items of a pool for PCEP forms, in no particular order. @throws if the ladder has no PCEP */
export function makeItems(ladder: Ladder, pool: Pool): Item[] {
  const credential = findExamCredential(ladder, 'pcep');
  if (credential === null) throw new Error('the ladder has no PCEP');
  return credential.sections.flatMap((section) =>
    numbers(section.items + TEMPLATES_BEYOND_NEED).flatMap((template) =>
      numbers(VARIANTS).map((variant) => {
        const objective = section.objectives[template % section.objectives.length];
        return itemOf(credential, { pool, section: section.id, objective: objective?.id ?? '', template, variant });
      }),
    ),
  );
}

type Naming = { pool: Pool; section: string; objective: string; template: number; variant: number };

function itemOf({ id: credential }: ExamCredential, { pool, section, objective, template, variant }: Naming): Item {
  const code = `print(${template} + ${variant})  # ${pool} ${section}`;
  const [firstBelief = '', secondBelief = ''] = misconceptions.keys();
  const content: Omit<Item, 'hash'> = {
    template: `made-up.${pool}.${section}.${template}`,
    pool,
    credential,
    section,
    objective,
    kind: 'output',
    stem: 'What does this program print?',
    code,
    highlighted: [[[code, 'plain']]],
    stdin: '',
    options: [
      { text: `right ${template}.${variant}`, key: true, misconceptions: [], because: null },
      { text: `wrong one way ${template}.${variant}`, key: false, misconceptions: [[firstBelief]], because: null },
      {
        text: `wrong two ways ${template}.${variant}`,
        key: false,
        misconceptions: [[firstBelief, secondBelief]],
        because: null,
      },
      {
        text: `wrong by hand ${template}.${variant}`,
        key: false,
        misconceptions: [],
        because: 'Because it was made up.',
      },
    ],
    difficulty: 0.7,
    python: null,
    needs: [],
    explanation: 'Made up: the sum is printed.',
    source: null,
    license: 'CC-BY-SA-4.0',
    proof: {
      runs: [
        { python: '3.13', hashSeed: 1 },
        { python: '3.14', hashSeed: 2 },
      ],
      stdout: `${template + variant}\n`,
    },
  };
  return { hash: hashItem(content), ...content };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
