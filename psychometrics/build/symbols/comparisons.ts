import { EACH_SCORE, type Symbols } from './common.ts';

const TABLE: Symbols = {
  tables: 'one for each raw score',
  't.a': 'reference group, right',
  't.b': 'reference group, wrong',
  't.c': 'focal group, right',
  't.d': 'focal group, wrong',
};
const BY_SCORE: Symbols = {
  byScore: 'one for each raw score',
  's.weight': 'people of the group whose distribution counts',
  's.focal': 'share right in the focal group',
  's.reference': 'share right in the reference group',
};
const ANSWER: Symbols = {
  answers: 'the answers to an item, or of a person',
  'n.x': 'score',
  'n.E': 'expected score',
  'n.W': 'variance of the score',
  'n.C': 'fourth central moment of the score',
};
const TIMED: Symbols = {
  y: 'log seconds',
  'item.discrimination': 'how exactly times on the item tell speed',
  'item.intensity': 'mean log seconds on the item at speed 0',
};

/** Of fit, differences between groups, security and plots. */
export const COMPARISONS: { readonly [formula: string]: Symbols } = {
  timeLogLikelihood: {
    rows: 'log seconds of each person on each item',
    spread: 'standard deviation of speed',
    precision: '1 / spread² and the squares of all discriminations, added up',
    'one.discrimination': 'how exactly times on the item tell speed',
    'one.intensity': 'mean log seconds on the item at speed 0',
  },
  lz: {
    l: 'log-likelihood of the answers',
    expectations: 'of each log chance',
    variances: 'of each log chance',
  },
  snijdersWeight: {
    P: EACH_SCORE,
    dP: 'their derivatives by ability',
    k: 'the score',
    c: 'covariance of l with the derivative of the log-likelihood, over the information',
  },
  lzStar: {
    r0: 'what the estimator adds to the derivative of the log-likelihood: 0 for maximum likelihood',
    weightVariances: "of each answer's weight",
  },
  q3: {
    d: 'residuals on one item',
    e: 'residuals on the other',
    md: 'mean of d',
    me: 'mean of e',
    sd: 'standard deviation of d',
    se: 'that of e',
    persons: 'who answered both',
  },
  adjustedQ3: { all: 'q3 of all pairs' },
  outfit: ANSWER,
  infit: ANSWER,
  outfitSpread: ANSWER,
  infitSpread: ANSWER,
  meanSquareZ: { meanSquare: 'outfit or infit', q: 'its spread' },
  expectedShare: {
    weights: 'of the population at each node',
    without: 'chances of raw scores at each node without the item',
    all: 'the same with it',
    k: 'raw score',
  },
  sx2: {
    groups: 'of neighbouring raw scores',
    'g.right': 'how many have the item right',
    'g.expected': 'how many should',
    'g.persons': 'how many they are',
  },
  expectedOddsRatio: {
    a: 'reference group, right',
    b: 'reference group, wrong',
    c: 'focal group, right',
    d: 'focal group, wrong',
    A: 'a in the table with the same margins and this odds ratio',
  },
  breslowDay: { ...TABLE, 't.A': 'a under the common odds ratio', 't.expected': 'all four cells under it' },
  likelihoodRatio: { larger: 'log-likelihood of the larger model', smaller: 'of the smaller' },
  nagelkerke: { model: 'log-likelihood of the model', nothing: 'without any predictor' },
  mhChiSquare: { ...TABLE, expected: 'of a, if groups do not differ', variance: 'of a, likewise' },
  mhOddsRatio: { ...TABLE, total: 'people in the table' },
  mhDelta: { oddsRatio: 'mhOddsRatio' },
  stdPDif: BY_SCORE,
  stdSpread: BY_SCORE,
  shareVariance: { p: 'share right at a score', n: 'people with that score' },
  omega: { matches: 'answers in common', chances: "of the copier for each of the source's answers" },
  matchChance: { left: "one person's chances of each option", right: "the other's" },
  optionChance: { z: 'slope × ability + intercept of each option', k: 'the option' },
  revisionsExpected: {
    answers: "the person's",
    others: "others' changes from wrong to right",
    othersAnswers: 'how many answers others gave',
  },
  rateToRight: { othersChanges: 'all their changes' },
  dispersion: { w: "everybody's changes from wrong to right", m: 'those expected of everybody' },
  speed: TIMED,
  speedError: TIMED,
  timeFit: TIMED,
  timeResidual: {
    discrimination: 'of the item',
    intensity: 'of the item',
    speedOfOthers: 'speed on all other items',
    spread: 'standard deviation of speed among people',
    precisionOfOthers: 'sum of squared discriminations of the other items',
  },
  wilsonCentre: { share: 'that was observed', n: 'of how many people', z: 'normal quantile of the interval' },
};
