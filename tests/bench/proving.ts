import { measureCorpus, rate } from '@pyladder/bank/proving/testing';
import { openPythonPool } from '@pyladder/python/node';

/** How well wrong keys are told from right ones, on questions of our own in every format. */
export default async function bench(): Promise<void> {
  const python = openPythonPool();
  const began = performance.now();
  try {
    const measured = await measureCorpus(python);
    for (const { known, proven } of measured) {
      const { verdict } = proven.verdict;
      const isExpected = {
        right: ['confirmed'],
        wrong: ['contradicted'],
        trap: ['confirmed', 'undecided', 'depends'],
        varies: ['depends'],
        other: ['undecided'],
      };
      if (isExpected[known].includes(verdict)) continue;
      const why = proven.verdict.verdict === 'undecided' ? proven.verdict.why : JSON.stringify(proven.verdict);
      process.stdout.write(`${proven.question.file}:${proven.question.line} is ${known}, was ${verdict}: ${why}\n`);
    }
    const { precision, recall, confirmed } = rate(measured);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    process.stdout.write(
      `${measured.length} questions in ${((performance.now() - began) / 1000).toFixed(1)} s\n` +
        `of keys called contradicted, wrong:  ${percent(precision)}\n` +
        `of wrong keys, called contradicted:  ${percent(recall)}\n` +
        `of right keys, confirmed:            ${percent(confirmed)}\n`,
    );
  } finally {
    await python.close();
  }
}
