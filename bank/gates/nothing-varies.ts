import { problemAt } from '../problem.ts';
import { problemsOfFindings } from './findings.ts';
import type { ProvingGate } from './gate.ts';

const address = /0x[0-9a-f]{4,}/i;

/** Nothing in the program may differ from run to run, even where today's CPython happens to repeat itself. */
export const nothingVaries: ProvingGate = (built) => [
  ...problemsOfFindings(
    built,
    ({ inspection }) => inspection.varies,
    ([, what, remedy]) => ({ what: `The key may vary: ${what}.`, remedy }),
  ),
  ...findAddress(built),
];

function findAddress({ template, variants }: Parameters<ProvingGate>[0]) {
  const shown = variants.some(({ proof }) =>
    proof.some(
      ({ outcome }) => outcome.status === 'finished' && address.test(outcome.stdout) && / at 0x/.test(outcome.stdout),
    ),
  );
  if (!shown) return [];
  const what = 'The key may vary: the output shows where an object lies in memory.';
  return [problemAt(template.source.placeOf(['code']), what, 'Print an attribute, or give the class a __repr__.')];
}
