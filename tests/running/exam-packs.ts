import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLadder } from '@pyladder/bank';
import { isGranted, type Section } from '@pyladder/exam';

const ladderFolder = join(import.meta.dirname, '..', '..', 'packs', 'python-ladder');

/** Just enough: a form takes each template once. */
const SPARE_TEMPLATES = 1;

/**
 * A folder for EXAM_PACKS_DIR with an exam bank for each of these rungs, as an organisation would bring its own. The items
 * are real ones, proven at the server's start; they only ask everywhere the same.
 *
 * @returns the folder; the caller removes it
 */
export async function writeExamPacks(credentials: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pyladder-packs-'));
  const pack = join(folder, 'made-up');
  const rungs = loadLadder(ladderFolder).credentials.filter(({ id }) => credentials.includes(id));
  const numbers = countUp();
  for (const rung of rungs) {
    if (isGranted(rung)) throw new Error(`${rung.id} has no exam`);
    for (const section of rung.sections) await writeSection(pack, rung.id, section, numbers);
  }
  await writeFile(join(pack, 'pack.yaml'), 'id: made-up\ntitle: Made up for a journey\nlicense: CC-BY-SA-4.0\n');
  return folder;
}

/**
 * A folder for LADDER_DIR with the product's ladder and its practice bank, but no exam templates: where an organisation's
 * own packs are what exams are made of, nothing else has to be proven at the start.
 *
 * @returns the folder; the caller removes it
 */
export async function writeLadderWithoutExams(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pyladder-ladder-'));
  for (const part of ['ladder.yaml', 'pack.yaml', 'references.yaml', 'compiled']) {
    await cp(join(ladderFolder, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** Exam templates kept for each one of a form: enough to balance forms, and built in half the time of all. */
const KEPT = 2;

/** Writes a folder for LADDER_DIR with all that the product's has, but no more exam templates than forms need. */
export async function writeSmallLadder(folder: string): Promise<void> {
  await cp(ladderFolder, folder, { recursive: true });
  for (const credential of loadLadder(ladderFolder).credentials) {
    if (isGranted(credential)) continue;
    for (const { id, items } of credential.sections) {
      const place = join(folder, credential.id, id, 'items');
      const names = existsSync(place) ? (await readdir(place)).toSorted() : [];
      const exam: string[] = [];
      for (const name of names) {
        if (/^pool: exam$/m.test(await readFile(join(place, name), 'utf8'))) exam.push(join(place, name));
      }
      for (const file of exam.slice(items * KEPT)) await rm(file);
    }
  }
}

/** No two programs are the same. */
function* countUp(): Generator<number, never> {
  for (let number = 1; ; number++) yield number;
}

async function writeSection(
  pack: string,
  credential: string,
  section: Section,
  numbers: Generator<number, never>,
): Promise<void> {
  const items = join(pack, credential, section.id, 'items');
  await mkdir(items, { recursive: true });
  for (let place = 0; place < section.items + SPARE_TEMPLATES; place++) {
    const objective = section.objectives[place % section.objectives.length]?.id ?? '';
    const slug = `stay-${numbers.next().value}`;
    const id = `${credential}.${section.id}.${slug}`;
    await writeFile(join(items, `${slug}.yaml`), templateText({ id, objective, name: slug.replace('-', '_') }));
  }
}

function templateText({ id, objective, name }: { id: string; objective: string; name: string }): string {
  return `id: ${id}
objective: ${objective}
pool: exam
kind: output
code: |
  def ${name}(nights):
      if nights > {{n}}:
          return nights * {{less}}
      return nights * {{full}}


  print(${name}({{n}}), ${name}({{n + 1}}))
params:
  n: [3, 4, 5, 6]
  less: [50, 55]
  full: [65, 70]
misconceptions: [deferred-return, compare-boundary, condition-inverted]
difficulty: 0.7
explain: >-
  {{n}} is not above {{n}}, so the first call comes to the last line: {{n * full}}. In the other call the condition holds,
  and the first return ends it with {{(n + 1) * less}}.
source: https://docs.python.org/3/reference/simple_stmts.html#the-return-statement
variants: 1
`;
}
