import type { ExamCredentialView, LadderView, Record as LearnerRecord } from '@pyladder/contract';

/** The one thing to do now. Times are ISO 8601. */
export type NextStep =
  | { kind: 'resume'; sittingId: string; credential: ExamCredentialView; purpose: 'real' | 'mock'; paused: boolean }
  | { kind: 'await-result'; sittingId: string; credential: ExamCredentialView }
  | { kind: 'start-registered'; credential: ExamCredentialView }
  | { kind: 'first-mock'; credential: ExamCredentialView }
  | { kind: 'study-debrief'; sittingId: string; credential: ExamCredentialView; points: number; max: number }
  | { kind: 'take-real'; credential: ExamCredentialView }
  | { kind: 'wait-for-retake'; credential: ExamCredentialView; earliest: string }
  | { kind: 'nothing-offered'; credential: ExamCredentialView | null };

/** Finds the one next step: what is going on first, then the lowest rung that this person does not hold. */
export function findNextStep(ladder: LadderView, record: LearnerRecord): NextStep {
  const exams = ladder.credentials.filter((credential) => 'exam' in credential);
  const examOf = (id: string) => exams.find((credential) => credential.id === id) ?? null;
  for (const sitting of record.sittings) {
    const credential = examOf(sitting.credential);
    if (credential === null) continue;
    const { id: sittingId, purpose, state } = sitting;
    if (state === 'ready' || state === 'running' || state === 'paused') {
      return { kind: 'resume', sittingId, credential, purpose, paused: state === 'paused' };
    }
    if (state === 'submitted' || state === 'scored') return { kind: 'await-result', sittingId, credential };
  }
  const held = new Set(record.holdings.map(({ credential }) => credential));
  const next = exams.find(({ id }) => !held.has(id)) ?? null;
  const registered = record.registrations.find((one) => one.purpose === 'real' && one.sittingId === null);
  const registeredExam = registered === undefined ? null : examOf(registered.credential);
  if (registeredExam !== null && !held.has(registeredExam.id)) {
    return { kind: 'start-registered', credential: registeredExam };
  }
  return next === null ? { kind: 'nothing-offered', credential: null } : stepTowards(next, record);
}

function stepTowards(credential: ExamCredentialView, record: LearnerRecord): NextStep {
  const lastMock = record.sittings.find(
    (sitting) => sitting.credential === credential.id && sitting.purpose === 'mock' && sitting.outcome !== null,
  );
  const obstacles = record.eligibility.find((one) => one.credential === credential.id)?.obstacles ?? [];
  const wait = obstacles.find((obstacle) => obstacle.code === 'retake_too_early');
  if (lastMock?.outcome && !lastMock.outcome.passed) {
    const { points, max } = lastMock.outcome;
    return { kind: 'study-debrief', sittingId: lastMock.id, credential, points, max };
  }
  if (wait !== undefined) return { kind: 'wait-for-retake', credential, earliest: wait.earliest };
  if (lastMock === undefined && credential.offers.mock) return { kind: 'first-mock', credential };
  if (credential.offers.real && obstacles.length === 0) return { kind: 'take-real', credential };
  return credential.offers.mock ? { kind: 'first-mock', credential } : { kind: 'nothing-offered', credential };
}
