import { parseArgs } from 'node:util';
import { interruptCommand } from './stages/command.ts';
import { installPackages, prepare, thisMachine } from './stages/packages.ts';
import { type Stage, stages } from './stages/stages.ts';
import { addTallies, type Tally } from './stages/tally.ts';

/** `npm test`: sets the machine up, runs every stage, and ends with one line that counts. */
async function main(): Promise<number> {
  const chosen = chooseStages();
  if (chosen === null) return 1;
  if (!(await setUp(chosen))) return 1;
  const tallies: Tally[] = [];
  for (const stage of chosen) tallies.push(await runStage(stage));
  const { passed, failed } = addTallies(tallies);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** All stages, or those that `--only` names; null if it names one that does not exist. */
function chooseStages(): Stage[] | null {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return stages;
  const names = values.only.split(',');
  const unknown = names.filter((name) => stages.every((stage) => stage.name !== name));
  if (unknown.length === 0) return stages.filter((stage) => names.includes(stage.name));
  console.error(`There is no stage "${unknown[0]}". Stages: ${stages.map((stage) => stage.name).join(', ')}.`);
  return null;
}

async function setUp(chosen: readonly Stage[]): Promise<boolean> {
  const preparation = prepare(
    thisMachine(),
    chosen.map((stage) => stage.name),
  );
  if (preparation.type === 'ask') {
    console.error(`The tests need ${preparation.names.join(' and ')}. Type: ${preparation.command}`);
    return false;
  }
  if (preparation.type === 'install') {
    console.log(`Installing ${preparation.names.join(' and ')} from Debian.`);
    const failure = await installPackages(preparation.names);
    if (failure !== null) console.log(`That failed:\n${failure}\n0 passed, 1 failed`);
    return failure === null;
  }
  return true;
}

async function runStage({ name, what, run }: Stage): Promise<Tally> {
  process.stdout.write(`${name} (${what}) … `);
  const began = performance.now();
  const { tally, output } = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const skipped = tally.skipped === 0 ? '' : `, ${tally.skipped} skipped`;
  console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}, ${seconds} s`);
  if (tally.failed > 0) console.log(`${output.trimEnd()}\n`);
  return tally;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interruptCommand();
    process.exit(1);
  });
}

process.exitCode = await main();
