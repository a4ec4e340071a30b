import { provingGates } from '../../gates/all-gates.ts';
import type { Kind } from '../kind.ts';
import { buildOutput } from './build-output.ts';

/** "What does this program print?" */
export const output: Kind = {
  fields: {},
  stem: 'What does this program print?',
  isCodeOptional: false,
  textsOf: () => ({}),
  build: buildOutput,
  gates: provingGates,
};
