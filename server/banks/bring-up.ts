import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BadPack, formatProblem } from '@pyladder/bank';
import type { Pool } from '@pyladder/exam';
import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../deps.ts';
import type { Readiness } from '../health/readiness.ts';
import { StartFault } from '../process/faults.ts';
import { findDigestBySource, releaseBuild, takeBuild } from './banks.queries.ts';
import type { Banks } from './banks.ts';
import { enforce, enforceAgain } from './enforcement.ts';
import { BuildFailed, buildExamBank, PacksRefused } from './exam-build.ts';
import { loadPracticeBank } from './practice-bank.ts';

export type BankSources = {
  db: Db;
  issuerId: string;
  /** Folder of the ladder's pack. */
  ladderFolder: string;
  /** Folder of the organisation's own exam packs, or null. */
  extraFolder: string | null;
  examSeed: Buffer;
  banks: Banks;
  readiness: Readiness;
  log: FastifyBaseLogger;
};

/** `done`: nothing is left to do; `elsewhere`: another node is at it; `failed`: for a reason that may pass. */
type ExamOutcome = 'done' | 'elsewhere' | 'failed';

/** Until the next look. A build that failed costs much, and what made it fail seldom passes in seconds. */
const WAIT_MS: Readonly<Record<ExamOutcome, number>> = { done: 30_000, elsewhere: 5_000, failed: 60_000 };

/**
 * Brings both banks up and keeps them up to date until `signal` ends it: practice from its compiled files, exam built once
 * for the whole installation by whichever node is first. A bank from before serves while a newer one is being built.
 *
 * @throws StartFault practice_bank_refused
 */
export async function bringUpBanks(sources: BankSources, signal: AbortSignal): Promise<void> {
  const { banks, log } = sources;
  let exam: ExamOutcome = 'elsewhere';
  while (!signal.aborted) {
    try {
      if (banks.inForce('practice') === null) await bringUpPracticeBank(sources);
      await takeUp(sources, 'practice');
      await takeUp(sources, 'exam');
      if (exam !== 'done') exam = await bringUpExamBank(sources, signal);
      await takeUp(sources, 'exam');
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof StartFault) throw error;
      log.error({ err: error }, 'the banks could not be brought up to date; trying again');
    }
    await pause(WAIT_MS[exam], undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/**
 * Brings the compiled practice bank up on this node.
 *
 * @throws StartFault practice_bank_refused if it is damaged or missing
 */
export async function bringUpPracticeBank(sources: BankSources): Promise<void> {
  const { db, issuerId, ladderFolder } = sources;
  try {
    await loadPracticeBank(db, issuerId, join(ladderFolder, 'compiled', 'practice'));
  } catch (error) {
    if (!(error instanceof BadPack)) throw error;
    // What to do is the same for each, and said once.
    const problems = error.problems.map((problem) => formatProblem({ ...problem, remedy: '' }).trim());
    throw new StartFault({ kind: 'practice_bank_refused', problems }, { cause: error });
  }
  await takeUp(sources, 'practice');
}

async function takeUp({ banks, readiness }: BankSources, pool: Pool): Promise<void> {
  await banks.refresh(pool);
  if (banks.inForce(pool) === null) return;
  if (pool === 'practice') readiness.practiceBank = 'ready';
  else {
    const { built, total } = readiness.examBank;
    readiness.examBank = { status: 'ready', built, total };
  }
}

async function bringUpExamBank(sources: BankSources, signal: AbortSignal): Promise<ExamOutcome> {
  return sources.db.connection().execute(async (connection) => {
    if (!(await takeBuild(connection))) return 'elsewhere';
    try {
      await buildIfNew(sources, signal);
      return 'done';
    } catch (error) {
      if (error instanceof PacksRefused) return tellRefusal(sources, error);
      if (error instanceof BuildFailed) return tellFailure(sources, error);
      throw error;
    } finally {
      await releaseBuild(connection);
    }
  });
}

/** Words for whoever keeps the packs: what it means, then each mistake. */
function tellRefusal(sources: BankSources, { problems }: PacksRefused): 'done' {
  const { extraFolder, log } = sources;
  const packs = extraFolder === null ? 'the exam packs' : `the exam packs (EXAM_PACKS_DIR is ${extraFolder})`;
  const effect = goWithout(sources, 'packs_have_mistakes');
  log.error(`${packs} were refused, ${effect}: correct what follows and start Pyladder again`);
  for (const problem of problems) log.error(problem);
  return 'done';
}

function tellFailure(sources: BankSources, { message }: BuildFailed): 'failed' {
  const effect = goWithout(sources, 'build_failed');
  sources.log.error(`the exam bank could not be built, ${effect}; it is tried again every minute: ${message}`);
  return 'failed';
}

/** What it means, for people, that no new exam bank comes. */
function goWithout({ banks, readiness }: BankSources, reason: 'packs_have_mistakes' | 'build_failed'): string {
  if (banks.inForce('exam') !== null) return 'the bank from before stays in use';
  readiness.examBank = { ...readiness.examBank, status: 'refused', reason };
  return 'no real exam can be taken';
}

async function buildIfNew(sources: BankSources, signal: AbortSignal): Promise<void> {
  const { db, issuerId, ladderFolder, extraFolder, examSeed, readiness, log } = sources;
  const built = await buildExamBank({
    ladderFolder,
    extraFolder,
    seed: examSeed.toString('hex'),
    signal,
    isWanted: (source) => isNew(sources, source),
    onProgress: ({ done, total }) => {
      const status = sources.banks.inForce('exam') === null ? 'starting' : 'ready';
      readiness.examBank = { status, built: done, total };
      log.info(`exam bank: ${done} of ${total} templates built`);
    },
    onLeftOut: (templates) => {
      for (const template of templates) log.warn(template);
    },
  });
  if (built === null) return;
  await enforce(db, { issuerId, pool: 'exam', source: built.source }, built.items);
}

/** A bank that was built from just this before comes into force again. */
async function isNew({ db, issuerId }: BankSources, source: string): Promise<boolean> {
  const bank = { issuerId, pool: 'exam', source } as const;
  const known = await findDigestBySource(db, bank);
  if (known === null) return true;
  await enforceAgain(db, bank, known);
  return false;
}
