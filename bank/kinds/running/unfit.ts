import type { KindResult } from '../kind.ts';

/** This draw makes no item; another may. */
export function leaveOut(why: string): KindResult {
  return { fit: false, why, hopeless: false, beliefRuns: [] };
}

/** No draw of the template will make an item. */
export function giveUp(why: string): KindResult {
  return { fit: false, why, hopeless: true, beliefRuns: [] };
}
