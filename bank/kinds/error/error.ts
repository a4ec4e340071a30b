import type { Kind } from '../kind.ts';
import { buildError } from './build-error.ts';
import { errorFields } from './fields.ts';
import { errorGates } from './gates.ts';

/** "Which exception, if any, does this program stop with?", or which line raises it. */
export const error: Kind = {
  fields: errorFields,
  // Put by the builder, which knows what is asked.
  stem: '',
  isCodeOptional: false,
  textsOf: () => ({}),
  build: buildError,
  gates: errorGates,
};
