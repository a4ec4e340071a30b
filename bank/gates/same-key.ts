import type { RunOutcome } from '@pyladder/python';
import { problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';

/** The program does the same on every CPython line and under every hash seed. */
export const sameKey: ProvingGate = ({ template, variants }) => {
  for (const { proof, draw } of variants) {
    const first = proof[0];
    const other = proof.find(({ outcome }) => first === undefined || !isSame(outcome, first.outcome));
    if (first === undefined || other === undefined) continue;
    const where = `CPython ${other.python} under hash seed ${other.hashSeed}`;
    const what = `With ${describeDraw(draw)} the program does not do the same on ${where} as on ${first.python} under ${first.hashSeed}.`;
    const remedy =
      "Print nothing that depends on hashing or on the version, or write python: '>=3.14' if it is new there.";
    return [problemAt(template.source.placeOf(['code']), what, remedy)];
  }
  return [];
};

/** A draw as a person would say it. */
export function describeDraw(draw: ReadonlyMap<string, string>): string {
  return draw.size === 0 ? 'nothing drawn' : [...draw].map(([name, value]) => `${name} = ${value}`).join(', ');
}

function isSame(a: RunOutcome, b: RunOutcome): boolean {
  return a.status === 'finished' && b.status === 'finished' && a.stdout === b.stdout;
}
