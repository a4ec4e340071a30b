export { type AnchorGroup, describeAnchorGroup, type EquatingLine, equivalentsOnLine } from './anchor-group.ts';
export * from './anchor-lines.ts';
export { type ChainedFrequencies, equatePercentilesByChain } from './chain.ts';
export { type Correspondence, equateByArc } from './circle-arc.ts';
export { equatePercentiles, percentileRank } from './equipercentile.ts';
export type { Frequencies } from './frequencies.ts';
export { chooseBandwidth, equateByKernel } from './kernel.ts';
export { equateLinearly, equateMeans } from './linear.ts';
export { type SmoothedFrequencies, smoothBest, smoothFrequencies } from './smoothing.ts';
