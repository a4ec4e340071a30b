export { type Correspondence, equateByArc } from './circle-arc.ts';
export { equatePercentiles, percentileRank } from './equipercentile.ts';
export type { Frequencies } from './frequencies.ts';
export { equateLinearly, equateMeans } from './linear.ts';
