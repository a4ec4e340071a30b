import type { Plan } from './plan.ts';
/** A statement whose nodes without a name are still to be labelled. */
export type Statement = readonly [string | Blank, string, string | Blank, string | Blank];
export type Blank = {
    name: string;
};
/** The statements of a document by the plan of its structure, or null if a text of it stands where it steers. */
export declare function fillPlan(plan: Plan, leaves: readonly string[]): Statement[] | null;
/** One line of N-Quads, with a label for each node without a name. */
export declare function writeStatement([s, p, o, g]: Statement, labelOf: (name: string) => string): string;
