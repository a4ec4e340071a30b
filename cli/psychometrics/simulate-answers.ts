import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import {
  type BinaryItem,
  type BinaryModel,
  drawScore,
  normalNumber,
  type Random,
  seededRandom,
  threePl,
} from '@pyladder/psychometrics';
import { UserError } from '../user-error.ts';
import { readBank } from './bank-file.ts';
import { openLiveLine } from './live-line.ts';

/** What the command line says of a simulation. */
export type SimulateOptions = {
  persons: number;
  items: number;
  model: Exclude<BinaryModel, 'rasch'>;
  seed: number;
  bank?: string;
  saveBank?: string;
};

const GUESSING = 0.2;
const BUFFERED = 64 * 1024;

type Named = { id: string; item: BinaryItem };

/** `pyladder simulate`: answers of people who are spread by 1 about 0, to items that are drawn or given. */
export async function simulateAnswers({ persons, items, model, seed, bank, saveBank }: SimulateOptions): Promise<void> {
  const random = seededRandom(seed);
  const given = bank === undefined ? drawItems(items, model, random) : await readBank(bank);
  if (saveBank !== undefined) await save(saveBank, given);
  const line = openLiveLine();
  let text = `${given.map(({ id }) => quote(id)).join(',')}\n`;
  for (let person = 1; person <= persons; person++) {
    const theta = normalNumber(random);
    text += `${given.map(({ item }) => drawScore(item, theta, random)).join(',')}\n`;
    if (text.length > BUFFERED) {
      line.show(() => `${person} of ${persons} people`);
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      text = '';
    }
  }
  line.clear();
  process.stdout.write(text);
}

function drawItems(count: number, model: BinaryModel, random: Random): Named[] {
  return Array.from({ length: count }, (_, at) => {
    const a = model === '1pl' ? 1 : Math.exp(0.3 * normalNumber(random));
    return { id: `item${at + 1}`, item: threePl(a, normalNumber(random), model === '3pl' ? GUESSING : 0) };
  });
}

async function save(file: string, items: readonly Named[]): Promise<void> {
  const rows = items.map(({ id, item: { a, b, c } }) => [quote(id), a, b, c].join(','));
  try {
    await writeFile(file, `${['id,a,b,c', ...rows].join('\n')}\n`, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UserError(`${file} is there already.`);
    if (code !== undefined) throw new UserError(`${file} cannot be written (${code}).`);
    throw error;
  }
}

function quote(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
