import {
  type AdaptiveBank,
  type BinaryItem,
  calibrateByLadder,
  drawItem,
  hedgeItem,
  logistic,
  type Normal,
  normalNumber,
  prepareBank,
  priorsOfExperts,
  type Random,
  type Rating,
  type Rung,
  rankNextItems,
  rateAnswer,
  responsesOf,
  seededRandom,
  twoPl,
} from '@pyladder/psychometrics';

const ITEMS = 150;
const LENGTH = 20;
const CORRELATION = 0.5;
/** Four cuts, so five levels, this far apart in logits: the narrower, the more often even known items place a person beside. */
const APART = [1.2, 1];
const PEOPLE = 500;
/** After so many people it is night, and the bank is calibrated anew. */
const DAY = 100;
const MEASURED = 4000;
/** Banks, each with its own items and judges: one bank alone is luck. */
const BANKS = 5;
const NODES = Array.from({ length: 61 }, (_, q) => -4.5 + 0.15 * q);

/** `items` are what answers are scored with. */
type Bank = { items: readonly BinaryItem[]; ratings: Rating[]; slopes: readonly number[] };
type Placed = { levels: number[]; ability: Rating; answers: { item: number; isRight: boolean }[] };

/** Shares of people placed on their level, for each distance of the cuts, and how well difficulties are known. */
type Shares = { dayZero: number[]; after: number[]; ifKnown: number[] };
type Opened = Shares & { rung: Rung; judges: number; calibrated: number };

/**
 * Placement over five levels with 150 items that nobody has answered yet, of whose difficulty judges know something: on day
 * 0, and after 500 people, whose answers move the items at once (Elo) and calibrate them every night; beside it what
 * placement with the true items is worth. One JSON line, of several banks: means, and the worst bank's share.
 */
export default async function benchColdStart(): Promise<void> {
  const began = performance.now();
  const banks = Array.from({ length: BANKS }, (_, k) => openBank(seededRandom(k + 1)));
  const mean = (of: (bank: Opened) => number) => round(banks.reduce((sum, bank) => sum + of(bank), 0) / BANKS);
  const cuts = APART.map((apart, k) => ({
    logits_apart: apart,
    exact_day_0: mean(({ dayZero }) => dayZero[k] ?? 0),
    exact_after: mean(({ after }) => after[k] ?? 0),
    exact_if_known: mean(({ ifKnown }) => ifKnown[k] ?? 0),
    worst_day_0: Math.min(...banks.map(({ dayZero }) => dayZero[k] ?? 0)),
    worst_after: Math.min(...banks.map(({ after }) => after[k] ?? 0)),
  }));
  const line = {
    banks: BANKS,
    items: ITEMS,
    length: LENGTH,
    people: PEOPLE,
    rungs: [...new Set(banks.map(({ rung }) => rung))],
    cuts,
    expert_correlation: mean(({ judges }) => judges),
    difficulty_correlation_after: mean(({ calibrated }) => calibrated),
    seconds: round((performance.now() - began) / 1000),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function openBank(random: Random): Opened {
  const truth = Array.from({ length: ITEMS }, () => twoPl(Math.exp(0.3 * normalNumber(random)), normalNumber(random)));
  const judged = truth.map(({ b }) => CORRELATION * b + Math.sqrt(1 - CORRELATION ** 2) * normalNumber(random));
  const priors = priorsOfExperts(judged, { correlation: CORRELATION, difficulties: { mean: 0, sd: 1 } });
  const { bank, rung } = openForPeople(truth, priors, random);
  const difficulties = truth.map(({ b }) => b);
  return {
    dayZero: sharesExact(truth, bankOf(priors)),
    after: sharesExact(truth, bank),
    ifKnown: sharesExact(truth, { items: truth, ratings: [], slopes: [] }),
    rung,
    judges: correlate(judged, difficulties),
    calibrated: correlate(
      bank.items.map(({ b }) => b),
      difficulties,
    ),
  };
}

function bankOf(ratings: readonly Rating[], slopes: readonly number[] = []): Bank {
  return { items: ratings.map((rating, j) => hedgeItem(rating, slopes[j] ?? 1)), ratings: [...ratings], slopes };
}

function openForPeople(
  truth: readonly BinaryItem[],
  priors: readonly Normal[],
  random: Random,
): { bank: Bank; rung: Rung } {
  let bank = bankOf(priors);
  let rung: Rung = 'family';
  let slopes: number[] = [];
  const rows: (number | null)[][] = [];
  for (let person = 1; person <= PEOPLE; person++) {
    // While a bank is young, items are chosen as they may be, so that all of them become known.
    const choosing = prepareBank(bank.ratings.map((rating, j) => drawItem(rating, slopes[j] ?? 1, random)));
    const placed = place(truth, { bank, choosing }, normalNumber(random), random);
    const row: (number | null)[] = truth.map(() => null);
    for (const { item, isRight } of placed.answers) {
      row[item] = Number(isRight);
      const before = bank.ratings[item];
      if (before !== undefined) bank.ratings[item] = rateAnswer({ person: placed.ability, item: before }, isRight).item;
    }
    rows.push(row);
    if (person % DAY !== 0) {
      bank = bankOf(bank.ratings, slopes);
      continue;
    }
    const night = calibrateByLadder(responsesOf(rows), { priors });
    rung = night.rung;
    slopes = night.items.map(({ a }) => a);
    bank = bankOf(
      night.items.map(({ b }, j) => ({ mean: b, sd: night.standardErrors?.[j]?.b ?? priors[j]?.sd ?? 1 })),
      slopes,
    );
  }
  return { bank, rung };
}

/** One person's placement with what is believed of the items, their answers by what is true of them. */
function place(
  truth: readonly BinaryItem[],
  { bank: { items }, choosing }: { bank: Bank; choosing: AdaptiveBank },
  theta: number,
  random: Random,
): Placed {
  const posterior = NODES.map((node) => Math.exp(-0.5 * node * node));
  const answers: Placed['answers'] = [];
  for (let step = 0; step < LENGTH; step++) {
    const [next] = rankNextItems(choosing, 'MFI', { theta: momentsOf(posterior).mean, answers });
    const item = next?.item ?? 0;
    const [real, believed] = [truth[item], items[item]];
    if (real === undefined || believed === undefined) throw new Error('the bank is empty');
    const isRight = random() < logistic(real.a * (theta - real.b));
    answers.push({ item, isRight });
    for (const [q, node] of NODES.entries()) {
      const right = logistic(believed.a * (node - believed.b));
      posterior[q] = (posterior[q] ?? 0) * (isRight ? right : 1 - right);
    }
  }
  return { levels: APART.map((apart) => likeliestLevel(posterior, apart)), ability: momentsOf(posterior), answers };
}

function momentsOf(posterior: readonly number[]): Rating {
  const mass = posterior.reduce((sum, p) => sum + p, 0);
  const mean = posterior.reduce((sum, p, q) => sum + p * (NODES[q] ?? 0), 0) / mass;
  const variance = posterior.reduce((sum, p, q) => sum + p * ((NODES[q] ?? 0) - mean) ** 2, 0) / mass;
  return { mean, sd: Math.sqrt(variance) };
}

function likeliestLevel(posterior: readonly number[], apart: number): number {
  const masses = [0, 0, 0, 0, 0];
  for (const [q, node] of NODES.entries()) {
    const level = levelOf(node, apart);
    masses[level] = (masses[level] ?? 0) + (posterior[q] ?? 0);
  }
  return masses.indexOf(Math.max(...masses));
}

function levelOf(theta: number, apart: number): number {
  return [-1.5, -0.5, 0.5, 1.5].filter((cut) => theta >= cut * apart).length;
}

/** The share of people, always the same ones, who are placed on their level; for each distance of the cuts. */
function sharesExact(truth: readonly BinaryItem[], bank: Bank): number[] {
  const random = seededRandom(MEASURED);
  const choosing = prepareBank(bank.items);
  const exact = APART.map(() => 0);
  for (let person = 0; person < MEASURED; person++) {
    const theta = normalNumber(random);
    const { levels } = place(truth, { bank, choosing }, theta, random);
    for (const [k, apart] of APART.entries()) {
      if (levels[k] === levelOf(theta, apart)) exact[k] = (exact[k] ?? 0) + 1;
    }
  }
  return exact.map((count) => round(count / MEASURED));
}

function correlate(x: readonly number[], y: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = (l: readonly number[], ml: number, r: readonly number[], mr: number) =>
    l.reduce((sum, one, at) => sum + (one - ml) * ((r[at] ?? 0) - mr), 0);
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
