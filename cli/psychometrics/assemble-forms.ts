import { setImmediate as turn } from 'node:timers/promises';
import { type Assembly, type AssemblyItem, assembleForms, type Blueprint } from '@pyladder/psychometrics/assembly';
import { abortOnInterrupt, exitCodes } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import { type BankRow, numberIn, readBank } from './bank-file.ts';
import { readBlueprint } from './blueprint-file.ts';
import { openLiveLine } from './live-line.ts';

/** Columns with a meaning of their own; all others are attributes. */
const OWN = new Set(['section', 'seconds', 'set', 'enemies', 'most_uses']);

/** `pyladder assemble`: forms by a blueprint. That there are none is a failure, and why is said. */
export async function assembleFromFiles(
  blueprintFile: string,
  bankFile: string,
  { json }: { json: boolean },
): Promise<void> {
  const [blueprint, rows] = [await readBlueprint(blueprintFile), await readBank(bankFile)];
  const bank = itemsOf(rows, bankFile);
  const line = openLiveLine();
  const { signal, release } = abortOnInterrupt();
  try {
    line.say(`${bank.length} items: looking for ${blueprint.forms} forms`);
    const assembly = await assembleForms(bank, blueprint, {
      signal,
      onProgress: async ({ made, forms }) => {
        line.say(`${made} of ${forms} forms`);
        // Ctrl-C is heard here, between two forms.
        await turn();
      },
    });
    line.clear();
    process.stdout.write(json ? `${JSON.stringify(assembly)}\n` : wordsOf(assembly, blueprint));
    if (assembly.status !== 'assembled') process.exitCode = exitCodes.failed;
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${blueprintFile}: ${error.message}.`);
    throw error;
  } finally {
    release();
    line.clear();
  }
}

function itemsOf(rows: readonly BankRow[], file: string): AssemblyItem[] {
  const numeric = numericColumns(rows);
  return rows.map(({ row, id, item, others }) => {
    const cell = (column: string) => others.get(column) ?? '';
    const amount = (column: string) => numberIn(cell(column), `${file}, row ${row}, column ${column}`);
    const attributes = [...others].filter(([name, value]) => !OWN.has(name) && value !== '');
    const enemies = cell('enemies')
      .split(/[\s;,]+/)
      .filter((group) => group !== '');
    return {
      id,
      item,
      section: cell('section'),
      attributes: Object.fromEntries(
        attributes.map(([name, value]) => [name, numeric.has(name) ? Number(value) : value]),
      ),
      enemies,
      ...(cell('seconds') === '' ? {} : { seconds: amount('seconds') }),
      ...(cell('set') === '' ? {} : { set: cell('set') }),
      ...(cell('most_uses') === '' ? {} : { mostUses: amount('most_uses') }),
    };
  });
}

/** Columns in which every cell that is not empty is a number. */
function numericColumns(rows: readonly BankRow[]): Set<string> {
  const names = [...(rows[0]?.others.keys() ?? [])];
  return new Set(names.filter((name) => rows.every(({ others }) => Number.isFinite(Number(others.get(name) ?? '')))));
}

function wordsOf(assembly: Assembly, { aims, goal }: Blueprint): string {
  if (assembly.status === 'undecided') return 'The search was given up without having found forms.\n';
  if (assembly.status === 'impossible') {
    return `There are no such forms. These cannot all be kept:\n${assembly.conflict.map((rule) => `  ${rule}\n`).join('')}`;
  }
  const { forms, information, worst, bound } = assembly;
  const lines = forms.map((ids, at) => {
    const amounts = aims.map(({ theta }, k) => `${information[at]?.[k]?.toFixed(3)} at ${theta}`);
    return `form ${at + 1}: information ${amounts.join(', ')}\n  ${ids.join(' ')}\n`;
  });
  const what =
    goal === 'most' ? 'least share of an aim that a form reaches' : 'largest distance from an aim, as its share';
  return `${lines.join('')}${what}: ${worst.toFixed(4)}; no forms could better ${bound.toFixed(4)}\n`;
}
