import type { Kind } from '../kind.ts';
import { buildTrace } from './build-trace.ts';
import { textsOfTrace, traceFields } from './fields.ts';
import { traceGates } from './gates.ts';

/** "What is the value of … when line … is reached for the second time?" */
export const trace: Kind = {
  fields: traceFields,
  // Put by the builder, so that it says what was looked at.
  stem: '',
  isCodeOptional: false,
  textsOf: textsOfTrace,
  build: buildTrace,
  gates: traceGates,
};
