import type { ExamRules } from '@pyladder/contract';
import { type ExamCredential, heldCredentials, judgeEligibility, type Purpose, Refusal } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { listAwards, listPastSittings } from './standing.queries.ts';

export type Obstacle = ExamRules['obstacles'][number];

/** What stands between a person and an exam now, and what would be wise to hold first. */
export type Judgement = Pick<ExamRules, 'eligible' | 'obstacles' | 'advice'>;

/** Everything that the rules look at in one person. */
export type Standing = { held: Set<string>; past: Awaited<ReturnType<typeof listPastSittings>>; now: Date };

/** Reads a person's standing. */
export async function readStanding(
  { installation, ladder, clock }: Deps,
  db: Db,
  candidateId: string,
): Promise<Standing> {
  const person = { candidateId, issuerId: installation.issuerId };
  const { awards, changes } = await listAwards(db, person);
  return {
    held: heldCredentials(ladder, awards, changes),
    past: await listPastSittings(db, person),
    now: await clock.now(db),
  };
}

/** Judges a person's standing and the node's banks. A mock exam asks for nothing but items; its advice is the real one's. */
export function judgeExam(
  { banks }: Deps,
  credential: ExamCredential,
  purpose: Purpose,
  standing: Standing,
): Judgement {
  const { obstacles, advice } = judgeEligibility(credential, standing);
  const all: Obstacle[] = [
    ...(purpose === 'real' ? obstacles.map(viewObstacle) : []),
    ...bankObstacles(banks, credential.id, purpose),
  ];
  return { eligible: all.length === 0, obstacles: all, advice };
}

function bankObstacles(banks: Deps['banks'], credential: string, purpose: Purpose): Obstacle[] {
  const bank = banks.inForce(poolOf(purpose));
  if (bank === null) return [{ code: 'exam_bank_not_ready' }];
  return bank.offered.has(credential) ? [] : [{ code: 'exam_not_offered' }];
}

/** Real sittings draw on the secret pool. */
export function poolOf(purpose: Purpose): 'practice' | 'exam' {
  return purpose === 'real' ? 'exam' : 'practice';
}

function viewObstacle(obstacle: ReturnType<typeof judgeEligibility>['obstacles'][number]): Obstacle {
  return obstacle.code === 'retake_too_early' ? { ...obstacle, earliest: obstacle.earliest.toISOString() } : obstacle;
}

/** The first obstacle as a "no". */
export function refuseFor([first]: readonly Obstacle[]): void {
  if (first === undefined) return;
  const { code, ...detail } = first;
  throw new Refusal(code === 'exam_not_offered' ? 'form_cannot_be_drawn' : code, detail);
}
