export { type DecisionPeople, judgeModelDecisions } from './lee.ts';
export { effectiveTestLength, judgeScoreDecisions, type ScoreDecisionQuality } from './livingston-lewis.ts';
export type { CutQuality, DecisionQuality } from './quality.ts';
export { judgeAbilityDecisions } from './rudner.ts';
export { fitTrueScores, type RawMoments, type TrueScores } from './true-scores.ts';
