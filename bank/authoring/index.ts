export type { Program } from './belief-trials.ts';
export { type DraftWish, draftTemplate } from './draft.ts';
export { type ExplainedItem, type Explanation, explainTemplate, type Unexplained } from './explanation.ts';
export type { Fate } from './fates.ts';
export { drawFirst } from './first-draw.ts';
export { findNearest } from './nearest.ts';
export { type Proposal, type ProposedAnswer, proposeDistractors, type Unusable } from './proposal.ts';
export type { Tie } from './separation.ts';
export type { Suggestion } from './suggestion.ts';
