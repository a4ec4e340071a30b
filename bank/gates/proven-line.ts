import { nativeNeedsOf } from '../native/native-needs.ts';
import { nativeVersion } from '../native/native-pool.ts';
import { problemAt } from '../problem.ts';
import type { ReadingGate } from './gate.ts';

/** A native template does not ask for a CPython that is newer than the one it is proven on. */
export const provenLine: ReadingGate = (template) => {
  if (template.python === null || nativeNeedsOf(template).length === 0) return [];
  if (minorOf(template.python.replace('>=', '')) <= minorOf(nativeVersion)) return [];
  const what = `Native programs are proven on CPython ${nativeVersion}, which \`python\` leaves out.`;
  return [problemAt(template.source.placeOf(['python']), what, 'Leave it out.')];
};

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
