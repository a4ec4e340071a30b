/** A row of a model: what the columns weigh in all lies between two bounds. `rule` is the rule it stands for. */
export type Row = {
  rule: string;
  entries: readonly (readonly [column: number, weight: number])[];
  least: number;
  most: number;
};

/** A column of a model: what one unit costs (or brings), its bounds, and whether it is a whole number. */
export type Column = { worth: number; least: number; most: number; isWhole: boolean };

/** A linear model, mixed of whole and other numbers. */
export type LinearModel = { sense: 'maximise' | 'minimise'; columns: Column[]; rows: Row[] };

/** How far to go: stop within these of the best, or after so many branches. */
export type Effort = { relativeGap: number; absoluteGap: number; branches: number };

/**
 * How a search ended: with the best it was asked for; because there is none; or because it was stopped, with the best so
 * far if there was any.
 */
export type Outcome =
  | { status: 'solved' | 'stopped'; values: Float64Array; worth: number }
  | { status: 'impossible' }
  | { status: 'stopped'; values: null };

/** Solves models, one after another. */
export type Solver = { solve(model: LinearModel, effort: Effort): Outcome };

/** Whether to stop: an `AbortSignal`, or anything else that can say so. */
export type StopSignal = { readonly aborted: boolean; readonly reason?: unknown };
