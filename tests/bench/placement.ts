import {
  type AdaptivePlan,
  controlExposure,
  normalNumber,
  prepareBank,
  seededRandom,
  simulateAdaptiveTests,
  twoPl,
} from '@pyladder/psychometrics';

const ITEMS = 300;
const PEOPLE = 2000;
const LENGTH = 20;
/** Five levels, each of the inner three a logit wide. */
const CUTS = [-1.5, -0.5, 0.5, 1.5];
/** Five levels of a fifth of the people each: narrower, so harder to tell apart. */
const FIFTHS = [-0.8416, -0.2533, 0.2533, 0.8416];
const SECTIONS = 5;
const EXPOSURE_LIMIT = 0.3;

/**
 * Placement over five levels: 2,000 simulated people, a 2PL bank of 300, at most 20 items; first with the best item always,
 * then by a blueprint of five sections under exposure control, then with an early end for those who are surely placed; and
 * over levels that are equally frequent. One JSON line.
 */
export default async function benchPlacement(): Promise<void> {
  const random = seededRandom(ITEMS);
  const bank = prepareBank(
    Array.from({ length: ITEMS }, () => twoPl(Math.exp(0.3 * normalNumber(random)), 1.2 * normalNumber(random))),
  );
  const people = () => Float64Array.from({ length: PEOPLE }, () => normalNumber(random));
  const free: AdaptivePlan = { bank, criterion: 'MFI', cuts: CUTS, stop: [{ kind: 'length', items: LENGTH }] };
  const content = {
    sections: Array.from({ length: ITEMS }, (_, item) => item % SECTIONS),
    shares: Array.from({ length: SECTIONS }, () => 1 / SECTIONS),
  };
  const bound = (chances: Float64Array): AdaptivePlan => {
    return { ...free, content, exposure: { kind: 'sympson-hetter', chances } };
  };
  const began = performance.now();
  const best = measure(free, people());
  const seconds = (performance.now() - began) / 1000;
  const { chances, rounds } = controlExposure((trial) => simulateAdaptiveTests(bound(trial), people(), random), {
    items: ITEMS,
    limit: EXPOSURE_LIMIT,
    length: LENGTH,
  });
  const controlled = measure(bound(chances), people());
  const early = measure(
    { ...free, minimum: 10, stop: [...free.stop, { kind: 'interval', confidence: 0.9 }] },
    people(),
  );
  const line = {
    people: PEOPLE,
    bank: ITEMS,
    levels: CUTS.length + 1,
    ...best,
    ms_per_item: round((seconds * 1000) / (PEOPLE * best.items)),
    controlled: { ...controlled, limit: EXPOSURE_LIMIT, rounds },
    stopping_early: early,
    equal_levels: measure({ ...free, cuts: FIFTHS }, people()),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);

  function measure(plan: AdaptivePlan, abilities: Float64Array) {
    const { tests, given } = simulateAdaptiveTests(plan, abilities, random);
    const { cuts = [] } = plan;
    const off = tests.map(({ level, trueAbility }) =>
      Math.abs(level - cuts.filter((cut) => trueAbility >= cut).length),
    );
    return {
      exact: round(off.filter((by) => by === 0).length / PEOPLE),
      within_one: round(off.filter((by) => by <= 1).length / PEOPLE),
      items: round(tests.reduce((sum, { progress }) => sum + progress.answers.length, 0) / PEOPLE),
      standard_error: round(tests.reduce((sum, { ability }) => sum + ability.standardError, 0) / PEOPLE),
      highest_exposure: round(Math.max(...Array.from(given)) / PEOPLE),
    };
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
