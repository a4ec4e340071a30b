import { EACH_SCORE, type Symbols } from './common.ts';

const FAMILY: Symbols = {
  mean: "of the prior of the family's mean",
  sd: 'of that prior',
  siblings: 'the other variants',
  's.b': 'difficulty of a sibling',
  's.standardError': 'its standard error',
  spread: 'standard deviation of variants about the mean of their family',
};
const ON_NODES: Symbols = { weights: 'posterior at each node', nodes: 'abilities at which it is computed' };
const ELO: Symbols = {
  personMean: 'ability, as known before the answer',
  personSd: 'its standard deviation',
  itemMean: 'difficulty, as known before the answer',
  itemSd: 'its standard deviation',
};

/** Of models, ability, calibration, adaptive tests and what is known before answers. */
export const MODELS: { readonly [formula: string]: Symbols } = {
  partialCreditChance: { steps: 'difficulties of the steps', k: 'score' },
  gradedChance: { thresholds: 'of the scores from 1 on', k: 'score, neither 0 nor the highest' },
  slopeOfPartialCredit: { P: 'chance of each score 0…m', k: 'score' },
  angoffScore: { values: 'judged share of each item', highest: 'highest score of each item' },
  warmEquation: {
    curves: 'of each item, at the estimate',
    scores: 'given on each item',
    'one.first': 'first derivative of the chance of each score',
    'one.second': 'second derivative',
    'one.probability': 'chance of each score',
    information: 'of all items, at the estimate',
  },
  marginalLogLikelihood: {
    rows: 'scores of each row, null where an item was not given',
    counts: 'how many people a row stands for',
    nodes: 'abilities at which it is computed',
    weights: 'share of the population at each node',
    chance: 'of a score on an item at an ability',
  },
  partialCreditIntercept: { steps: 'difficulties of the steps', k: 'score' },
  gradedIntercept: { thresholds: 'of the scores from 1 on', k: 'score' },
  normalNumber: { u: 'a uniform number in [0, 1)', v: 'another' },
  drawnRight: { u: 'a uniform number in [0, 1)' },
  drawnScore: { u: 'a uniform number in [0, 1)', P: 'chance of each score 0…m' },
  chanceOfOtherSide: { standardError: 'of the ability' },
  drawnDifficulty: { sd: 'of what is known of the difficulty', z: 'a standard normal number' },
  itemInformation: { P: `${EACH_SCORE}; of a binary item, of a right answer`, dP: 'their derivatives by ability' },
  expectedScore: { P: EACH_SCORE },
  logistic: { z: 'any number' },
  logit: { p: 'a probability' },
  softplus: { z: 'any number' },
  raiseScore: { without: 'chances of raw scores before the item is taken in' },
  standardErrorOfSummit: { sd: 'of the prior' },
  posteriorMean: { posterior: 'likelihood times prior at each node', nodes: 'abilities at which it is computed' },
  variance: { g: 'derivatives of the figure by each estimate', covariance: 'of the estimates' },
  stepLength: { r: 'change by the first EM step', v: 'change by the second less r' },
  secondDerivative: {
    gradientAbove: 'gradient a little above the estimate',
    gradientBelow: 'gradient a little below it',
    h: 'how far that is',
  },
  expectedAbility: ON_NODES,
  deficit: { share: "the section's share of a test", given: 'items given so far', ofSection: 'those of the section' },
  kullbackLeibler: {
    spacing: 'between nodes',
    weights: 'of the nodes, by likelihood',
    P: 'chance of a right answer at the provisional ability',
    right: 'the same at each node',
  },
  expectedVariance: {
    P: 'chance of a right answer at the provisional ability',
    varianceIfRight: 'of the posterior after a right answer',
    varianceIfWrong: 'of the posterior after a wrong one',
  },
  chanceToGive: {
    chosenShare: 'share of tests in which the item is chosen',
    limit: 'largest share in which it may be given',
  },
  evidence: {
    logLikelihood: 'of the answers, at an ability',
    indifference: 'half the width of the zone about the cut',
  },
  enoughAbove: {
    falseFailure: 'chance that may be of failing who belongs above',
    falsePass: 'of passing who belongs below',
  },
  robustZ: {
    change: 'of the difficulty',
    median: 'of all changes',
    upperQuartile: 'of all changes',
    lowerQuartile: 'of all changes',
  },
  difficultyJudged: { value: 'Angoff value' },
  expertMean: {
    mean: 'of true difficulties',
    r: 'correlation of judged with true difficulties',
    sd: 'of true difficulties',
    judged: 'difficulty as judged',
    judgedMean: 'of all judged',
    judgedSd: 'of all judged',
  },
  expertSd: { sd: 'of true difficulties' },
  familyMean: FAMILY,
  familySd: FAMILY,
  eloRight: ELO,
  eloGain: { ...ELO, q: 'eloRight' },
  hedgedA: { sd: 'of what is known of the difficulty' },
};
