import { creditOf, type PlaceKey } from './credit.ts';
import type { Section } from './ladder.ts';
import { isBlank, type Response } from './response.ts';

/** Named in every score, so that an old score says by which rule it was made. */
export const scoringVersion = '2';

/** One item as scoring sees it: what is right, and whether an answer that is right in part earns a part of the point. */
export type ScoredPlace = { section: string; key: PlaceKey; partial: boolean };

/** Points of one item; `share` of `max`, partial credit allowed by kinds that have it. */
export type PlaceScore = { position: number; points: number; max: number; answered: boolean };

export type SectionScore = { section: string; points: number; max: number; items: number };

export type Score = {
  scoringVersion: string;
  points: number;
  max: number;
  /** Share of points needed, in (0, 1], in force when the sitting began. */
  passMark: number;
  passed: boolean;
  sections: SectionScore[];
  places: PlaceScore[];
};

/**
 * Scores a sealed form from the latest counted response to each place (null: none). One point an item, or where
 * the place gives partial credit a share of it (`creditOf`); no points are taken away for a wrong answer. Sections come in the blueprint's order.
 */
export function scoreForm(
  places: readonly ScoredPlace[],
  responses: readonly (Response | null)[],
  { passMark, sections }: { passMark: number; sections: readonly Pick<Section, 'id'>[] },
): Score {
  const scored = places.map((place, position) => scorePlace(place, position, responses[position] ?? null));
  const points = sum(scored.map((place) => place.points));
  const max = sum(scored.map((place) => place.max));
  return {
    scoringVersion,
    points,
    max,
    passMark,
    passed: isPass({ points, max, passMark }),
    sections: sections.map(({ id }) => scoreSection(id, places, scored)),
    places: scored,
  };
}

/** True if the points reach the pass mark; a hair's breadth of binary rounding never fails anybody. */
export function isPass({ points, max, passMark }: { points: number; max: number; passMark: number }): boolean {
  return max > 0 && points >= passMark * max - 1e-9;
}

/** The fewest whole points that pass, said to candidates before they start. */
export function pointsToPass({ max, passMark }: { max: number; passMark: number }): number {
  return Math.max(0, Math.ceil(passMark * max - 1e-9));
}

function scorePlace({ key, partial }: ScoredPlace, position: number, response: Response | null): PlaceScore {
  const credit = creditOf(key, response);
  const points = partial ? credit : Math.floor(credit + 1e-9);
  return { position, points, max: 1, answered: response !== null && !isBlank(response) };
}

function scoreSection(section: string, places: readonly ScoredPlace[], scored: readonly PlaceScore[]): SectionScore {
  const own = scored.filter(({ position }) => places[position]?.section === section);
  return {
    section,
    points: sum(own.map((place) => place.points)),
    max: sum(own.map((place) => place.max)),
    items: own.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
