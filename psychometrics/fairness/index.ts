export { compareGroups, type GroupDifference } from './mantel-haenszel.ts';
export type { Group } from './strata.ts';
