import type { RunOutcome } from '@pyladder/python';
import { provingGates } from '../../gates/all-gates.ts';
import { fromMisconceptions, wantFromMisconceptions } from '../../gates/from-misconceptions.ts';
import type { ProvingGate } from '../../gates/gate.ts';
import { describeDraw, sameKey } from '../../gates/same-key.ts';
import { type Problem, problemAt } from '../../problem.ts';
import { fewestErrorBeliefs } from './build-error.ts';

const someFromMisconceptions: ProvingGate = (built) => wantFromMisconceptions(built, fewestErrorBeliefs);

/** The program prints the same and ends in the same way, at the same line, on every CPython line and under every hash seed. */
export const sameEnd: ProvingGate = ({ template, variants }) =>
  variants
    .flatMap(({ proof, draw }): Problem[] => {
      const [first] = proof;
      const other = proof.find(({ outcome }) => first !== undefined && endOf(outcome) !== endOf(first.outcome));
      if (first === undefined || other === undefined) return [];
      const where = `CPython ${other.python} under hash seed ${other.hashSeed}`;
      const what = `With ${describeDraw(draw)} the program does not end on ${where} as on ${first.python} under ${first.hashSeed}.`;
      const remedy = "Raise something that all raise at the same line, or write python: '>=3.14' if it is new there.";
      return [problemAt(template.source.placeOf(['code']), what, remedy)];
    })
    .slice(0, 1);

/** Messages are worded anew from version to version, so they are no part of it. */
function endOf(outcome: RunOutcome): string {
  const stdout = 'stdout' in outcome ? outcome.stdout : '';
  const exception = outcome.status === 'raised' ? [outcome.exception.type, outcome.exception.line] : [];
  return JSON.stringify([outcome.status, stdout, ...exception]);
}

/** What holds for `output`, asked of how a program ends instead of what it prints. */
export const errorGates: readonly ProvingGate[] = [
  sameEnd,
  ...provingGates.filter((gate) => ![sameKey, fromMisconceptions].includes(gate)),
  someFromMisconceptions,
];
