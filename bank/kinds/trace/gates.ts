import { provingGates } from '../../gates/all-gates.ts';
import { fromMisconceptions, wantFromMisconceptions } from '../../gates/from-misconceptions.ts';
import type { ProvingGate } from '../../gates/gate.ts';
import { fewestTraceBeliefs } from './build-trace.ts';

const someFromMisconceptions: ProvingGate = (built) => wantFromMisconceptions(built, fewestTraceBeliefs);

/** What holds for `output`, with fewer wrong answers from beliefs. */
export const traceGates: readonly ProvingGate[] = [
  ...provingGates.filter((gate) => gate !== fromMisconceptions),
  someFromMisconceptions,
];
