import { normalNumber, seededRandom, threePl } from '@pyladder/psychometrics';
import { type AssemblyItem, assembleForms, type Blueprint, listBreaches } from '@pyladder/psychometrics/assembly';

const ITEMS = 500;
const FORMS = 5;
const LENGTH = 40;
const SECTIONS = 10;
const ENEMIES = 60;

/**
 * Five forms of 40 from 500 items in ten sections, with enemies, kinds and a time to keep; the worst form against what no
 * forms could better. One JSON line.
 */
export default async function benchAssemble(): Promise<void> {
  const { bank, blueprint } = givenTask();
  const began = performance.now();
  const assembly = await assembleForms(bank, blueprint);
  const seconds = (performance.now() - began) / 1000;
  if (assembly.status !== 'assembled') throw new Error(`no forms: ${JSON.stringify(assembly)}`);
  const { forms, worst, bound } = assembly;
  const line = {
    items: ITEMS,
    forms: FORMS,
    length: LENGTH,
    breaches: listBreaches(bank, blueprint, forms).length,
    worst_information: round(worst),
    bound: round(bound),
    below_bound_percent: round(100 * (1 - worst / bound)),
    seconds: round(seconds),
    peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function givenTask(): { bank: AssemblyItem[]; blueprint: Blueprint } {
  const random = seededRandom(ITEMS);
  const bank = Array.from({ length: ITEMS }, (_, at): AssemblyItem => {
    const item = threePl(Math.exp(0.3 * normalNumber(random)), normalNumber(random), 0.2);
    return {
      id: `item-${at}`,
      item,
      section: `section-${at % SECTIONS}`,
      attributes: { kind: random() < 0.4 ? 'trace' : 'concept' },
      seconds: Math.round(40 + 60 * random()),
      enemies: at % 3 === 0 ? [`enemies-${Math.floor(random() * ENEMIES)}`] : [],
    };
  });
  const sections = Object.fromEntries(
    Array.from({ length: SECTIONS }, (_, at) => [`section-${at}`, LENGTH / SECTIONS]),
  );
  const blueprint: Blueprint = {
    forms: FORMS,
    length: LENGTH,
    sections,
    counts: [{ attribute: 'kind', value: 'trace', items: { least: 14, most: 18 } }],
    seconds: { most: 2800 },
    goal: 'most',
    aims: [{ theta: 0, information: 1 }],
  };
  return { bank, blueprint };
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
