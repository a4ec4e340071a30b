import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  BadPack,
  type BeliefRun,
  type BuiltTemplate,
  buildTemplate,
  formatProblem,
  loadLadder,
  normalise,
  optionTextOf,
  readTemplate,
  type Variant,
} from '@pyladder/bank';
import { openPythonPool } from '@pyladder/python/node';
import { abortOnInterrupt } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import { tellAnswer } from './answer-lines.ts';
import { findFolders } from './bank-folders.ts';

/** Prints what becomes of one template, whatever its faults, for the person who writes it. @throws BadPack */
export async function showTemplate(
  file: string,
  { variants, seed = 'preview' }: { variants: number; seed?: string },
): Promise<void> {
  const path = resolve(file);
  if (!existsSync(path)) throw new UserError(`${file} does not exist.`);
  const [, pack] = /^(.+)[\\/][^\\/]+[\\/][^\\/]+[\\/]items[\\/][^\\/]+$/.exec(path) ?? [];
  if (pack === undefined) throw new UserError(`${file} does not lie in <pack>/<credential>/<section>/items/.`);
  const reading = readTemplate(path, pack, loadLadder(findFolders(path).pack));
  if (!reading.ok) throw new BadPack(reading.problems);
  const python = openPythonPool();
  const { signal, release } = abortOnInterrupt();
  try {
    const { built, problems } = await buildTemplate(reading.template, seed, { python, signal });
    process.stdout.write(formatTemplate(built, variants));
    if (problems.length === 0) return;
    process.stdout.write(`\n${problems.map((problem) => formatProblem(problem)).join('\n')}\n`);
    process.exitCode = 1;
  } finally {
    release();
    await python.close();
  }
}

function formatTemplate(built: BuiltTemplate, count: number): string {
  const shown = built.variants.slice(0, count).map((variant, index) => formatAny(variant, `variant ${index + 1}`));
  const failed = built.leftOut
    .slice(0, built.variants.length === 0 ? count : 1)
    .map(
      ({ rendered, why, beliefRuns }) =>
        `── left out: ${why}\n${indent(rendered.code)}\n${formatRuns(beliefRuns, null)}\n`,
    );
  const { template, variants, leftOut } = built;
  // Where a line goes, and what comes before what, is the same in most variants: the program decides it.
  const isChoice =
    template.members.length === 0 && variants.every(({ answer }) => (answer?.type ?? 'choice') === 'choice');
  const keys = new Set(variants.map(({ options }) => options.find(({ key }) => key)?.text));
  const same =
    isChoice && variants.length > 1 && keys.size === 1
      ? 'Every variant has the same key: let a param decide the answer.\n'
      : '';
  return `${[...shown, ...failed].join('\n')}\n${template.id}: ${variants.length} of ${template.variants} variants, ${leftOut.length} draws left out.\n${same}`;
}

/** A variant, or, of a scenario, what is said before its items and each of them. */
function formatAny(variant: Variant, name: string): string {
  const { set } = variant;
  if (set === undefined) return formatVariant(variant, name);
  const members = set.members.map((member, index) => formatVariant(member, `${name}, item ${index + 1}`));
  return [`── ${name}: ${set.text}`, '', ...members].join('\n');
}

function formatVariant(variant: Variant, name: string): string {
  const key = variant.options.find((option) => option.key)?.text ?? '';
  const options = variant.options.map((option) => {
    const reason = option.key
      ? ''
      : (option.because ?? option.misconceptions.map((set) => set.join(' + ')).join(' | '));
    return `  ${option.key ? '✓' : ' '} ${showText(option.text).padEnd(28)} ${reason}`;
  });
  return [
    `── ${name}: ${variant.stem}`,
    indent(variant.shownCode ?? variant.code),
    ...(variant.stdin === '' ? [] : ['  typed:', indent(variant.stdin)]),
    '',
    ...options,
    ...formatAnswer(variant),
    '',
    formatRuns(variant.beliefRuns, key),
    `  ${variant.explanation}`,
    '',
  ].join('\n');
}

/** What the options alone do not say. */
function formatAnswer(variant: Variant): string[] {
  const { right, wrong } = tellAnswer(variant);
  const tried = variant.tried === undefined ? [] : [variant.tried];
  const lines = [
    ...right.map(({ words }) => `✓ ${words}`),
    ...wrong.map(({ words, notes }) => [`✗ ${words}`, ...notes].join('   ')),
    ...tried,
  ];
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)];
}

/** What each belief gives, the useless ones with the reason. */
function formatRuns(runs: readonly BeliefRun[], key: string | null): string {
  return runs
    .map(({ beliefs, outcome }) => `  ${beliefs.join(' + ').padEnd(44)} ${showOutcome(outcome, key)}\n`)
    .join('');
}

function showOutcome(outcome: BeliefRun['outcome'], key: string | null): string {
  if (outcome.status === 'not-applicable') return `cannot be applied: ${outcome.why}`;
  if (outcome.status === 'stopped') return `was stopped (${outcome.reason})`;
  const text = optionTextOf(outcome)?.text ?? '';
  if (key !== null && normalise(text) === normalise(key)) {
    return outcome.applied.length === 0 ? 'has nothing to act on here' : 'gives the key';
  }
  return showText(text);
}

function showText(text: string): string {
  return text.replaceAll('\n', ' ⏎ ');
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
