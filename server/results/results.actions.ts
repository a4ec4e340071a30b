import type { Debrief, Result } from '@pyladder/contract';
import { earliestRetake, findExamCredential, holdings, pointsToPass, Refusal } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { sectionTitle } from '../sittings/item-view.ts';
import type { SittingKey } from '../sittings/token.ts';
import { viewDebriefItem } from './debrief-view.ts';
import {
  type FinishedSitting,
  findFinishedSitting,
  findNewestScore,
  listAwardsBySitting,
  type StoredScore,
} from './results.queries.ts';
import { findCountedResponses } from './scoring.queries.ts';

/** The result by topic. @throws Refusal not_found | not_released */
export async function getResult(deps: Deps, key: SittingKey): Promise<Result> {
  const { sitting, score } = await getReleased(deps, key);
  const { credential, purpose, state, startedAt, endedAt, endedBy, submission } = sitting;
  if (startedAt === null || endedAt === null || endedBy === null || submission === null) {
    throw new Error(`sitting ${key.sittingId} was released before it ended`);
  }
  const { points, max, passMark, passed } = score;
  return {
    sittingId: key.sittingId,
    credential,
    purpose,
    state,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    endedBy,
    points,
    max,
    passMark,
    pointsToPass: pointsToPass({ max, passMark }),
    passed,
    answered: score.places.filter(({ answered }) => answered).length,
    sections: score.sections.map((section) => ({
      id: section.section,
      title: sectionTitle(deps.ladder, credential, section.section),
      points: section.points,
      max: section.max,
    })),
    retakeFrom: retakeFrom(deps, { credential, purpose, passed, endedAt }),
    earned: await listEarned(deps, key),
    hasDebrief: purpose === 'mock',
    versions: { scoring: score.scoringVersion, bank: score.bankDigest, cut: score.cutVersion },
    receipt: submission,
  };
}

/** Every item of a mock sitting with its key and the beliefs behind the other options. @throws Refusal not_found | no_debrief | not_released */
export async function getDebrief(deps: Deps, key: SittingKey): Promise<Debrief> {
  const { sitting } = await getReleased(deps, key, (found) => {
    if (found.purpose !== 'mock') throw new Refusal('no_debrief');
  });
  const items = await deps.banks.getItems(
    deps.db,
    sitting.places.map(({ itemHash }) => itemHash),
  );
  const responses = await findCountedResponses(deps.db, key);
  return {
    sittingId: key.sittingId,
    credential: sitting.credential,
    items: sitting.places.flatMap((place, position) => {
      const item = items[position];
      if (item === undefined) return [];
      const response = responses.get(position) ?? null;
      return [viewDebriefItem(deps.ladder, { item, place, position, response })];
    }),
  };
}

async function getReleased(
  { db }: Deps,
  key: SittingKey,
  refuse: (sitting: FinishedSitting) => void = () => undefined,
): Promise<{ sitting: FinishedSitting; score: StoredScore }> {
  const sitting = await findFinishedSitting(db, key);
  if (sitting === null) throw new Refusal('not_found');
  refuse(sitting);
  const score = sitting.state === 'released' ? await findNewestScore(db, key) : null;
  if (score === null) throw new Refusal('not_released', { state: sitting.state });
  return { sitting, score };
}

function retakeFrom(
  { ladder }: Deps,
  { credential, purpose, passed, endedAt }: { credential: string; purpose: string; passed: boolean; endedAt: Date },
): string | null {
  const rung = findExamCredential(ladder, credential);
  if (rung === null || purpose !== 'real' || passed) return null;
  return earliestRetake(rung, [{ credential, passed, endedAt }])?.toISOString() ?? null;
}

/** What is held now that rests on this sitting's award: the credential itself, and what is granted by itself because of it. */
async function listEarned(
  { db, ladder, installation }: Deps,
  { candidateId, sittingId }: SittingKey,
): Promise<string[]> {
  const { awards, changes } = await listAwardsBySitting(db, { candidateId, issuerId: installation.issuerId });
  const own = awards.find((award) => award.sittingId === sittingId);
  if (own === undefined) return [];
  return holdings(ladder, awards, changes)
    .filter(({ awardIds }) => awardIds.includes(own.id))
    .map(({ credential }) => credential);
}
