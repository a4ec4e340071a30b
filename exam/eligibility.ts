import type { ExamCredential } from './ladder.ts';

/** A past real sitting, as the retake rule sees it. Voided sittings are left out by the caller: they count for nothing. */
export type PastSitting = { credential: string; passed: boolean | null; endedAt: Date };

/** What stands between a person and registering for an exam. */
export type Obstacle =
  | { code: 'requirement_not_held'; credential: string }
  | { code: 'retake_too_early'; earliest: Date }
  | { code: 'result_pending' }
  | { code: 'already_held' };

/** May this person register, what stands in the way, and what would be wise to hold first. */
export type Eligibility = {
  eligible: boolean;
  obstacles: Obstacle[];
  advice: { code: 'advised_not_held'; credential: string }[];
};

const day = 24 * 60 * 60 * 1000;

/** The first instant at which the exam may be tried again, or null if no wait applies. Days are spans of 24 hours, the same in every time zone. */
export function earliestRetake(credential: ExamCredential, past: readonly PastSitting[]): Date | null {
  const failed = past.filter((sitting) => sitting.credential === credential.id && sitting.passed === false);
  if (failed.length === 0) return null;
  const last = Math.max(...failed.map((sitting) => sitting.endedAt.getTime()));
  return new Date(last + credential.retakeDays * day);
}

/**
 * Judges whether a person may register for (and start) the real exam of a credential at `now`.
 *
 * @param held ids of the credentials held now (see `holdings`)
 * @param past the person's ended real sittings, of any credential; `passed` null while a result is awaited
 */
export function judgeEligibility(
  credential: ExamCredential,
  { held, past, now }: { held: ReadonlySet<string>; past: readonly PastSitting[]; now: Date },
): Eligibility {
  const obstacles: Obstacle[] = credential.requires
    .filter((required) => !held.has(required))
    .map((required) => ({ code: 'requirement_not_held', credential: required }));
  if (held.has(credential.id)) obstacles.push({ code: 'already_held' });
  if (past.some((sitting) => sitting.credential === credential.id && sitting.passed === null))
    obstacles.push({ code: 'result_pending' });
  const earliest = earliestRetake(credential, past);
  if (earliest !== null && now.getTime() < earliest.getTime()) obstacles.push({ code: 'retake_too_early', earliest });
  const advice = credential.advises
    .filter((advised) => !held.has(advised))
    .map((advised) => ({ code: 'advised_not_held' as const, credential: advised }));
  return { eligible: obstacles.length === 0, obstacles, advice };
}
