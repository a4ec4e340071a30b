import type { PythonVersion, RunOutcome } from '@pyladder/python';
import type { KindItem, Remedy } from '../kinds/kind.ts';
import type { OptionText } from '../kinds/output/option-text.ts';
import type { Inspection } from '../tools/inspection.ts';
import type { Rendered } from './rendering.ts';
import type { Template } from './template.ts';

/** A run of the program by real Python. */
export type ProofRun = { python: PythonVersion; hashSeed: number; outcome: RunOutcome };

/**
 * A run of the program by a Python that works as someone believes; `beliefs` hold together. `answer` is what it leads
 * to (null: nothing that an option could say) where another thing is asked for than what is printed.
 */
export type BeliefRun = { beliefs: string[]; outcome: RunOutcome; answer?: OptionText | null };

/** A variant that was run and has its options. */
export type Variant = Rendered & KindItem & { inspection: Inspection };

/** A template with all that is known of its variants: what the gates look at. */
export type BuiltTemplate = {
  template: Template;
  variants: Variant[];
  /** Draws that gave no item, with the reason. */
  leftOut: ({ rendered: Rendered; why: string; beliefRuns: BeliefRun[]; inspection: Inspection } & Partial<Remedy>)[];
};
