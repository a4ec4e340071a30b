export type SectionPoints = { title: string; points: number; max: number };

/** What a profile says at a glance. */
export type Finding =
  | { kind: 'even' }
  | { kind: 'contrast'; best: string[]; worst: string[] }
  | { kind: 'gap'; best: string[]; worst: string[] };

/**
 * Finds what stands out among the topics by their shares of points. With four to seven questions a topic, a difference
 * of less than a quarter says nothing, and more than two topics on one side are no finding to name.
 */
export function findFinding(sections: readonly SectionPoints[]): Finding {
  const ranked = sections
    .filter(({ max }) => max > 0)
    .map(({ title, points, max }) => ({ title, share: points / max }))
    .sort((one, other) => other.share - one.share);
  const highest = ranked[0]?.share ?? 0;
  const lowest = ranked.at(-1)?.share ?? 0;
  if (highest - lowest < 0.25) return { kind: 'even' };
  const best = ranked.filter(({ share }) => share === highest).map(({ title }) => title);
  const worst = ranked.filter(({ share }) => share === lowest).map(({ title }) => title);
  if (worst.length > 2) return { kind: 'even' };
  return { kind: best.length > 2 ? 'gap' : 'contrast', best, worst };
}
