import {
  type CriterionName,
  normalNumber,
  prepareBank,
  rankNextItems,
  seededRandom,
  threePl,
} from '@pyladder/psychometrics';

const BANK = 600;
const ANSWERS = 20;
const ROUNDS = 2000;
const CRITERIA: readonly CriterionName[] = ['MFI', 'KL', 'MEPV'];

/** Choosing the next item from a bank of 600 after 20 answers, by each criterion. One JSON line. */
export default async function benchAdaptive(): Promise<void> {
  const random = seededRandom(BANK);
  const items = Array.from({ length: BANK }, () =>
    threePl(Math.exp(0.3 * normalNumber(random)), normalNumber(random), 0.2),
  );
  const bank = prepareBank(items);
  const answers = Array.from({ length: ANSWERS }, (_, at) => ({ item: at * 7, isRight: random() < 0.6 }));
  const line: Record<string, number> = { bank: BANK, answers: ANSWERS };
  for (const criterion of CRITERIA) {
    for (let round = 0; round < ROUNDS / 10; round++) rankNextItems(bank, criterion, { theta: 0, answers });
    const began = performance.now();
    for (let round = 0; round < ROUNDS; round++) {
      rankNextItems(bank, criterion, { theta: (round % 40) / 10 - 2, answers });
    }
    line[`${criterion.toLowerCase()}_ms`] = Math.round(((performance.now() - began) / ROUNDS) * 10_000) / 10_000;
  }
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
