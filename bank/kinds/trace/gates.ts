import { provingGates } from '../../gates/all-gates.ts';
import { fromMisconceptions, wantFromMisconceptions } from '../../gates/from-misconceptions.ts';
import type { ProvingGate } from '../../gates/gate.ts';
import { judgeBeliefs, tellingBeliefs } from '../../gates/telling-beliefs.ts';
import type { BeliefRun } from '../../templates/variant.ts';
import { fewestTraceBeliefs } from './build-trace.ts';

const someFromMisconceptions: ProvingGate = (built) => wantFromMisconceptions(built, fewestTraceBeliefs);

/** A misconception that is named gives another value somewhere, and nowhere the right one. */
const tellingValues: ProvingGate = (built) => judgeBeliefs(built, answerIn);

function answerIn(run: BeliefRun): string | undefined {
  return 'answer' in run && typeof run.answer === 'string' ? run.answer : undefined;
}

/** What holds for `output`, asked of values instead of what is printed. */
export const traceGates: readonly ProvingGate[] = [
  ...provingGates.filter((gate) => gate !== fromMisconceptions && gate !== tellingBeliefs),
  someFromMisconceptions,
  tellingValues,
];
