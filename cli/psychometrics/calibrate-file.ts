import {
  type BinaryModel,
  type Calibration,
  type CalibrationProgress,
  type CalibrationSettings,
  calibrate,
  type Grid,
  type Responses,
} from '@pyladder/psychometrics';
import { exitCodes } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import { type LiveLine, openLiveLine } from './live-line.ts';
import { checkPlotFiles, writePlots } from './plot-files.ts';
import { readResponses } from './responses-file.ts';

/** What the command line says of a calibration. */
export type CalibrateOptions = {
  model: Exclude<BinaryModel, 'rasch'>;
  nodes: number;
  range: number;
  tolerance: number;
  json: boolean;
  plots?: string;
};

/**
 * `pyladder calibrate`: items from a table of answers. A result that did not converge is printed, not drawn, and is a
 * failure.
 */
export async function calibrateFile(
  file: string,
  { model, nodes, range, tolerance, json, plots }: CalibrateOptions,
): Promise<void> {
  if (plots !== undefined) await checkPlotFiles(plots);
  const line = openLiveLine();
  try {
    const { names, responses } = await readResponses(file, line);
    line.say(`calibrating ${names.length} items from ${responses.counts.length} rows`);
    const grid: Grid = { count: nodes, range };
    const onProgress = (progress: CalibrationProgress) => line.show(() => wordsOf(progress));
    const found = calibrateOrRefuse(responses, { model, grid, tolerance, standardErrors: 'observed', onProgress });
    print(line, json ? jsonOf(names, found, model) : tableOf(names, found, model));
    if (!found.converged) {
      process.stderr.write(`It has not converged${whyNot(found, names)}: do not use these figures.\n`);
      process.exitCode = exitCodes.failed;
    } else if (found.standardErrors === null) {
      process.stderr.write('The answers do not determine all parameters, so there are no standard errors.\n');
    }
    if (found.converged && plots !== undefined) await writePlots(plots, found.items, names);
  } finally {
    line.clear();
  }
}

/** What the library refuses, such as a grid that is too coarse, is the caller's to mend. */
function calibrateOrRefuse(responses: Responses, settings: CalibrationSettings): Calibration {
  try {
    return calibrate(responses, settings);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${error.message}.`);
    throw error;
  }
}

function wordsOf(progress: CalibrationProgress): string {
  if (progress.part === 'estimates') return `step ${progress.done}`;
  return `standard errors: ${Math.floor((100 * progress.done) / progress.of)} %`;
}

function whyNot({ unbounded }: Calibration, names: readonly string[]): string {
  if (unbounded.length === 0) return '';
  return ` (the discrimination of ${unbounded.map((j) => names[j]).join(', ')} grows without end, as that of copies does)`;
}

function print(line: LiveLine, text: string): void {
  line.clear();
  process.stdout.write(text);
}

/** In the order of the columns; `null` for standard errors that the answers do not determine. */
function jsonOf(names: readonly string[], found: Calibration, model: BinaryModel): string {
  const { items, intercepts, standardErrors, logLikelihood, iterations, converged } = found;
  const result = {
    items: names,
    a: items.map(({ a }) => a),
    d: intercepts,
    b: items.map(({ b }) => b),
    ...(model === '3pl' ? { c: items.map(({ c }) => c) } : {}),
    se_a: standardErrors?.map(({ a }) => a) ?? null,
    se_d: standardErrors?.map(({ d }) => d) ?? null,
    ...(model === '3pl' ? { se_c: standardErrors?.map(({ c }) => c) ?? null } : {}),
    logLik: logLikelihood,
    iterations,
    converged,
  };
  return `${JSON.stringify(result)}\n`;
}

function tableOf(names: readonly string[], found: Calibration, model: BinaryModel): string {
  const has3 = model === '3pl';
  const header = ['item', 'a', 'd', 'b', ...(has3 ? ['c'] : []), 'se_a', 'se_d', ...(has3 ? ['se_c'] : [])];
  const rows = found.items.map(({ a, b, c }, j) => {
    const errors = found.standardErrors?.[j];
    const figures = [
      a,
      found.intercepts[j],
      b,
      ...(has3 ? [c] : []),
      errors?.a,
      errors?.d,
      ...(has3 ? [errors?.c] : []),
    ];
    return [names[j] ?? '', ...figures.map((figure) => figure?.toFixed(4) ?? '-')];
  });
  const widths = header.map((_, k) => Math.max(...[header, ...rows].map((row) => row[k]?.length ?? 0)));
  const lines = [header, ...rows].map((row) =>
    row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join('  '),
  );
  const end = `log-likelihood ${found.logLikelihood.toFixed(4)} after ${found.iterations} steps`;
  return `${lines.join('\n')}\n${end}, ${found.converged ? 'converged' : 'not converged'}\n`;
}
