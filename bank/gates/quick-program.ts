import { nativeNeedsOf } from '../native/native-needs.ts';
import { problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';

const mostMilliseconds = 200;
/** A native program also waits for its sandbox, a database or a screen, and for somebody to look at its window. */
const mostNativeMilliseconds = 5000;

/** The program ends in under 200 ms, a native one in under 5 s. The quickest of its runs counts: others may have waited for the machine. */
export const quickProgram: ProvingGate = ({ template, variants }) => {
  const most = nativeNeedsOf(template).length === 0 ? mostMilliseconds : mostNativeMilliseconds;
  const slow = variants.find(
    ({ proof }) => proof.length > 0 && Math.min(...proof.map(({ outcome }) => millisecondsOf(outcome))) >= most,
  );
  if (slow === undefined) return [];
  return [problemAt(template.source.placeOf(['code']), `The program takes ${most} ms or more.`, 'Make it do less.')];
};

function millisecondsOf(outcome: Parameters<ProvingGate>[0]['variants'][number]['proof'][number]['outcome']): number {
  return 'milliseconds' in outcome ? outcome.milliseconds : 0;
}
