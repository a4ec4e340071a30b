export * from './angoff.ts';
export * from './bookmark.ts';
export { type ContrastCut, type ContrastingGroups, cutAtCrossing, cutByLogistic } from './contrasting-groups.ts';
export * from './hofstee.ts';
