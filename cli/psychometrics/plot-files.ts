import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BinaryItem,
  plotCharacteristicCurve,
  plotItemCurves,
  plotItemInformation,
  plotTestInformation,
} from '@pyladder/psychometrics';
import { UserError } from '../user-error.ts';

type Plot = (items: readonly BinaryItem[], labels: readonly string[]) => string;

const PLOTS: Readonly<Record<string, Plot>> = {
  'item-curves.svg': (items, labels) => plotItemCurves(items, { labels }),
  'item-information.svg': (items, labels) => plotItemInformation(items, { labels }),
  'test-curve.svg': (items) => plotCharacteristicCurve(items),
  'test-information.svg': (items) => plotTestInformation(items),
};

/** Says before any long work that plots cannot be put into a folder. @throws UserError naming what is in the way */
export async function checkPlotFiles(folder: string): Promise<void> {
  for (const name of Object.keys(PLOTS)) {
    const file = join(folder, name);
    const found = await access(file).catch((error: NodeJS.ErrnoException) => error.code);
    if (found === undefined) throw new UserError(`${file} is there already.`);
    if (found !== 'ENOENT') throw new UserError(`${file} cannot be written (${found}).`);
  }
}

/**
 * Writes item and test curves into a folder, which is made if it does not exist. All are drawn before the first is written.
 *
 * @throws UserError if a file cannot be written, or an item has parameters that no plot can show
 */
export async function writePlots(
  folder: string,
  items: readonly BinaryItem[],
  names: readonly string[],
): Promise<void> {
  try {
    const drawn = Object.entries(PLOTS).map(([name, plot]) => [join(folder, name), plot(items, names)] as const);
    await mkdir(folder, { recursive: true });
    for (const [file, svg] of drawn) await writeFile(file, `${svg}\n`, { flag: 'wx' });
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`There are no plots: ${error.message}.`);
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UserError(`${path} is there already.`);
    if (code !== undefined) throw new UserError(`${path} cannot be written (${code}).`);
    throw error;
  }
}
