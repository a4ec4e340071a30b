import { findExamCredential, type Item, Refusal, type Score, scoreForm } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import type { SittingKey } from '../sittings/token.ts';
import { placeKeyOf } from './place-key.ts';
import {
  findCountedResponses,
  insertAward,
  insertScore,
  lockSittingToScore,
  type SittingToScore,
  updateReleased,
} from './scoring.queries.ts';

/**
 * Scores a submitted sitting and releases the result at once; a real pass becomes an award. A sitting in any other state
 * is left alone, so that a job which comes twice does nothing the second time.
 */
export async function scoreSitting(deps: Deps, key: SittingKey): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const sitting = await lockSittingToScore(tx, key);
    if (sitting === null) throw new Error(`there is no sitting ${key.sittingId} to score`);
    if (sitting.state !== 'submitted') return;
    await addScore(deps, tx, { key, sitting, actorId: null });
    await updateReleased(tx, key);
    await insertAuditEntry(tx, entryOf(sitting, key, { actorId: null, action: 'result_released' }));
  });
}

/**
 * Scores a released sitting again, say after a rule was put right: the score is a new row, the newest counts. A pass makes
 * an award if there is none yet; a fail takes none away, for that is a revocation, which somebody has to decide.
 *
 * @throws Refusal not_found | not_released
 */
export async function scoreAgain(deps: Deps, key: SittingKey, actorId: string): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const sitting = await lockSittingToScore(tx, key);
    if (sitting === null) throw new Refusal('not_found');
    if (sitting.state !== 'released') throw new Refusal('not_released', { state: sitting.state });
    await addScore(deps, tx, { key, sitting, actorId });
  });
}

type Scoring = { key: SittingKey; sitting: SittingToScore; actorId: string | null };

async function addScore(deps: Deps, tx: Db, { key, sitting, actorId }: Scoring): Promise<void> {
  const { bankDigest, cutVersion, issuerId, credential, places } = sitting;
  const items = await deps.banks.getItems(
    tx,
    places.map(({ itemHash }) => itemHash),
  );
  const responses = await findCountedResponses(tx, key);
  const score = scoreOf(deps, sitting, { items, responses });
  const version = await insertScore(tx, key, { ...score, bankDigest, cutVersion });
  const detail = { version, points: score.points, max: score.max, passed: score.passed };
  await insertAuditEntry(tx, entryOf(sitting, key, { actorId, action: 'sitting_scored', detail }));
  if (!score.passed || sitting.purpose !== 'real') return;
  const awardId = await insertAward(tx, key, { issuerId, credential, awardedAt: await deps.clock.now(tx) });
  if (awardId === null) return;
  const made = { actorId, action: 'award_made', detail: { credential, sittingId: key.sittingId } };
  await insertAuditEntry(tx, { ...entryOf(sitting, key, made), subject: 'award', subjectId: awardId });
  await deps.jobs.enqueue(tx, 'issue_credentials', { candidateId: key.candidateId });
}

function scoreOf(
  { ladder }: Deps,
  { credential, places, passMark }: SittingToScore,
  { items, responses }: { items: readonly Item[]; responses: Awaited<ReturnType<typeof findCountedResponses>> },
): Score {
  const scored = places.map((place, position) => {
    const item = items[position];
    if (item === undefined) throw new RangeError(`${places.length} places, ${items.length} items`);
    return { section: place.section, key: placeKeyOf(place, item), partial: place.credit === 'partial' };
  });
  // Should the ladder have changed since, the sections of the form are all the same scored, in the form's order.
  const blueprint = findExamCredential(ladder, credential)?.sections.map(({ id }) => id) ?? [];
  const sections = [...new Set([...blueprint, ...places.map(({ section }) => section)])];
  const latest = places.map((_, position) => responses.get(position) ?? null);
  return scoreForm(scored, latest, { passMark, sections: sections.map((id) => ({ id })) });
}

function entryOf(
  { issuerId }: SittingToScore,
  { sittingId }: SittingKey,
  entry: { actorId: string | null; action: string; detail?: Record<string, unknown> },
): Parameters<typeof insertAuditEntry>[1] {
  return { issuerId, subject: 'sitting', subjectId: sittingId, ...entry };
}
