import { modulesWithin, nativeNeedsOf } from '../native/native-needs.ts';
import { problemsOfFindings } from './findings.ts';
import type { ProvingGate } from './gate.ts';

/** The program keeps to itself: no network, no files, nothing of the machine that it does not name as needed. */
export const noReach: ProvingGate = (built) => {
  const allowed = new Set([...built.template.needs, ...modulesWithin(nativeNeedsOf(built.template))]);
  return problemsOfFindings(
    built,
    ({ inspection }) => inspection.reach.filter(([, , name]) => !allowed.has(name)),
    ([, what, name]) => ({
      what: `The program uses ${what}.`,
      remedy: `Do without, or write needs: [${name}] if the item is about it.`,
    }),
  );
};
