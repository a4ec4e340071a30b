/** The library and its entry for assembly, wherever they were loaded from. */
export type Library = typeof import('@pyladder/psychometrics') & typeof import('@pyladder/psychometrics/assembly');

/** What other software computed, as psychometrics' own tests have it, and the answers it was computed from. */
export type Golden = {
  patterns: number[][];
  lsat: {
    twoPL: { logLik: number; a: number[]; d: number[]; se_a: number[] };
    scores: { pattern: string[]; EAP: number[]; WLE: number[] };
  };
  bank: number[][];
  next: { items: number[]; resp: number[]; theta_BM: number; next_: Record<'MFI' | 'KL' | 'MEPV', { item: number }> };
  verbal: number[][];
  fairness: { MHchi2: number[] };
};

/** Largest distances from golden values, items chosen, and forms made. */
export type Findings = { farthest: Record<string, number>; chosen: number[]; forms: string[][]; random: number };

/**
 * Compares the library with golden values. Everything it needs comes as an argument: it is sent as text to another process
 * and to a browser.
 */
export async function checkLibrary(library: Library, golden: Golden): Promise<Findings> {
  const farthestOf = (found: readonly number[], expected: readonly number[]) =>
    Math.max(...expected.map((one, at) => Math.abs(one - (found[at] ?? Number.NaN))));
  const { patterns, lsat, bank, next, verbal, fairness } = golden;
  const grid = { count: 121, range: 8 };

  const responses = library.responsesOf(
    patterns.map((row) => row.slice(0, -1)),
    patterns.map((row) => row.at(-1) ?? 0),
  );
  const settings = { model: '2pl', grid, tolerance: 1e-9, standardErrors: 'observed' } as const;
  const calibration = library.calibrate(responses, settings);
  const people = lsat.scores.pattern.map((pattern) => [...pattern].map(Number));
  const means = people.map((row) => library.estimateExpectedPosterior(calibration.items, row, { grid }).theta);
  const weighted = people.map((row) => library.estimateWeightedLikelihood(calibration.items, row).theta);

  const items = bank.map(([, a = 1, b = 0, c = 0]) => library.threePl(a, b, c));
  const prepared = library.prepareBank(items);
  const answers = next.items.map((item, k) => ({ item: item - 1, isRight: next.resp[k] === 1 }));
  const chosen = (['MFI', 'KL', 'MEPV'] as const).map((criterion) => {
    const [best] = library.rankNextItems(prepared, criterion, { theta: next.theta_BM, answers });
    return (best?.item ?? -1) + 1;
  });

  const groups = verbal.map((row) => (row[25] === 1 ? 'focal' : 'reference') as 'focal' | 'reference');
  const compared = library.compareGroups(library.responsesOf(verbal.map((row) => row.slice(0, 24))), groups);

  const assembly = await library.assembleForms(
    items.map((item, at) => ({ id: `${at + 1}`, item, section: at % 2 === 0 ? 'odd' : 'even' })),
    { forms: 3, length: 10, sections: { odd: 5, even: 5 }, goal: 'most', aims: [{ theta: 0, information: 1 }] },
  );
  return {
    farthest: {
      a: farthestOf(
        calibration.items.map(({ a }) => a),
        lsat.twoPL.a,
      ),
      d: farthestOf(calibration.intercepts, lsat.twoPL.d),
      standardErrors: farthestOf(calibration.standardErrors?.map(({ a }) => a) ?? [], lsat.twoPL.se_a),
      logLikelihood: Math.abs(calibration.logLikelihood - lsat.twoPL.logLik),
      expected: farthestOf(means, lsat.scores.EAP),
      weighted: farthestOf(weighted, lsat.scores.WLE),
      chiSquare: farthestOf(
        compared.map(({ chiSquare }) => chiSquare),
        fairness.MHchi2,
      ),
    },
    chosen,
    forms: assembly.status === 'assembled' ? assembly.forms : [],
    random: library.seededRandom(1)(),
  };
}
