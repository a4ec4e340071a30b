import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A measurement that `npm run bench -- NAME` runs: the file of that name whose default export it is. */
type Bench = () => Promise<void>;

const [name] = process.argv.slice(2);
const names = listNames();
if (name === undefined || !names.includes(name)) {
  process.stderr.write(`Say what to measure: npm run bench -- ${names.join(' | ')}\n`);
  process.exitCode = 2;
} else {
  const { default: bench } = (await import(`./${name}.ts`)) as { default: Bench };
  await bench();
}

/** Parts of a measurement are named after it (`answers-load` of `answers`); all other files are measurements. */
function listNames(): string[] {
  const files = readdirSync(join(import.meta.dirname))
    .filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== 'run.ts')
    .map((file) => file.slice(0, -'.ts'.length));
  return files.filter((file) => !files.some((whole) => file.startsWith(`${whole}-`))).sort();
}
