import highsModule, { type Highs, type InitOptions, type Model } from 'highs';
import type { Effort, LinearModel, Outcome, Solver, StopSignal } from './linear-model.ts';

/** Where the solver's WebAssembly is, if a bundler or a server moved it; see `highs`. */
export type SolverLocation = Pick<InitOptions, 'locateFile' | 'wasmBinary'>;

/** The package's declarations are read as CommonJS, where the default export lies one deeper than where it runs. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Of HiGHS, as `primal_solution_status`. */
const FEASIBLE = 2;

/**
 * Loads HiGHS. It runs in the caller's thread and asks `signal` again and again while it searches; a signal that other code
 * of the same thread would abort cannot change meanwhile.
 *
 * @param location where a page or a bundle has put the WebAssembly
 * @see Huangfu & Hall (2018)
 */
export async function loadSolver(location: SolverLocation = {}, signal?: StopSignal): Promise<Solver> {
  const highs = await loadHighs(location);
  return { solve: (model, effort) => solve(highs, model, { effort, signal }) };
}

function solve(
  highs: Highs,
  model: LinearModel,
  { effort, signal }: { effort: Effort; signal: StopSignal | undefined },
): Outcome {
  return highs.withModel(dataOf(highs, model), (loaded) => {
    loaded.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: effort.relativeGap,
      mip_abs_gap: effort.absoluteGap,
      mip_max_nodes: effort.branches,
    });
    const { simplexInterrupt, ipmInterrupt, mipInterrupt } = highs.constants.callbackType;
    const heed = (event: { interrupt(): void }) => {
      if (signal?.aborted === true) event.interrupt();
      return undefined;
    };
    loaded.run({ [simplexInterrupt]: heed, [ipmInterrupt]: heed, [mipInterrupt]: heed });
    return outcomeOf(highs, loaded);
  });
}

function outcomeOf(highs: Highs, loaded: Model): Outcome {
  const { optimal, infeasible } = highs.constants.modelStatus;
  const status = loaded.getModelStatus();
  if (status === infeasible) return { status: 'impossible' };
  const isFeasible = loaded.info.get('primal_solution_status') === FEASIBLE;
  if (!isFeasible) return { status: 'stopped', values: null };
  const { colValue } = loaded.getSolution();
  return { status: status === optimal ? 'solved' : 'stopped', values: colValue, worth: loaded.getObjectiveValue() };
}

/** Rows and columns have no names: HiGHS takes some words, such as those that begin with `inf`, for numbers. */
function dataOf(highs: Highs, { sense, columns, rows }: LinearModel) {
  const { objectiveSense, variableType } = highs.constants;
  const starts = new Int32Array(rows.length + 1);
  for (const [r, { entries }] of rows.entries()) starts[r + 1] = (starts[r] ?? 0) + entries.length;
  const entries = rows.flatMap((row) => row.entries);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: sense === 'maximise' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: columns.map(({ worth }) => worth),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map(({ most }) => most),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, weight]) => weight),
    },
    ...(columns.some(({ isWhole }) => isWhole)
      ? { integrality: columns.map(({ isWhole }) => (isWhole ? variableType.integer : variableType.continuous)) }
      : {}),
  };
}
