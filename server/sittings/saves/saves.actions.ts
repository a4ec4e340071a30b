import type { Reply, SaveProgress } from '@pyladder/contract';
import { Refusal, type Save } from '@pyladder/exam';
import type { Deps } from '../../deps.ts';
import { viewClock } from '../clock-view.ts';
import type { SittingKey } from '../token.ts';
import { type BatchDecision, decideBatch, type RequestDecision, type SaveRequest } from './batch-decision.ts';
import { type Batcher, createBatcher, Overloaded, type Settlement } from './batcher.ts';
import { findKnownSaves, insertSaves, lockFreeHeads } from './saves.queries.ts';

type SaveReply = Reply<typeof SaveProgress>;

/** Takes saves in batches. */
export type Saving = Batcher<SaveRequest, SaveReply>;

/**
 * Saves what a device sends. The reply comes after the commit: a receipt means that the answer is on disk.
 *
 * @throws Refusal not_found
 * @throws Overloaded nothing is known to be stored; sending it again is safe
 */
export async function saveProgress(
  { db, forms, saving }: Pick<Deps, 'db' | 'forms' | 'saving'>,
  key: SittingKey,
  { deviceId, saves }: { deviceId: string; saves: readonly Save[] },
): Promise<SaveReply> {
  const spaces = await forms.findAnswerSpaces(db, key);
  if (spaces === null) throw new Refusal('not_found');
  return saving.add({ key, deviceId, saves, spaces });
}

/** This many sittings failing one after the other means that the database is away, not that they are at fault. */
const FAILURES_TO_GIVE_UP = 3;

/** The node's one mouth for saves: what arrives while a transaction runs travels in the next one. */
export function createSaving(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Saving {
  return createBatcher({
    run: (batch) => saveWithSecondTry(deps, batch),
    weigh: ({ saves }) => saves.length,
    room: 500,
    // While one waits for the disk, another decides; PostgreSQL flushes their commits together.
    lanes: 4,
    queue: 10_000,
    patienceMs: 5_000,
    pauseMs: 10,
  });
}

/**
 * A batch that fails as a whole is tried again, sitting by sitting, so that only the sittings at fault pay.
 * Trying again is safe: whatever was committed after all is found as a repeat.
 */
async function saveWithSecondTry(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  batch: readonly SaveRequest[],
): Promise<Settlement<SaveReply>[]> {
  try {
    return await saveBatch(deps, batch);
  } catch (error) {
    deps.log.warn({ err: error, requests: batch.length }, 'a batch of saves failed; trying each sitting alone');
    return saveOneByOne(deps, batch);
  }
}

async function saveOneByOne(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  batch: readonly SaveRequest[],
): Promise<Settlement<SaveReply>[]> {
  const settlements = new Map<SaveRequest, Settlement<SaveReply>>();
  let failures: Overloaded[] = [];
  for (const requests of Map.groupBy(batch, ({ key }) => key.sittingId).values()) {
    const away = failures[FAILURES_TO_GIVE_UP - 1];
    const outcome = away ?? (await trySaving(deps, requests));
    failures = outcome instanceof Overloaded ? [...failures, outcome] : [];
    for (const [index, request] of requests.entries()) {
      settlements.set(request, outcome instanceof Overloaded ? { failure: outcome } : (outcome[index] ?? 'again'));
    }
  }
  return batch.map((request) => settlements.get(request) ?? 'again');
}

async function trySaving(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  requests: readonly SaveRequest[],
): Promise<Settlement<SaveReply>[] | Overloaded> {
  try {
    return await saveBatch(deps, requests);
  } catch (cause) {
    deps.log.error({ err: cause, sittingId: requests[0]?.key.sittingId }, 'a save could not be stored');
    return new Overloaded('the save could not be stored', { cause });
  }
}

/** One transaction for all: lock, read the time, decide, write. */
async function saveBatch(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  batch: readonly SaveRequest[],
): Promise<Settlement<SaveReply>[]> {
  const { served, decided, now } = await db.transaction().execute(async (tx) => {
    const heads = await lockFreeHeads(tx, distinctKeys(batch));
    const free = batch.filter(({ key }) => heads.has(key.sittingId));
    const at = await clock.now(tx);
    const known = free.length === 0 ? [] : await findKnownSaves(tx, free);
    const decision = decideBatch(free, { heads, known, now: at });
    await insertSaves(tx, decision, at);
    return { served: free, decided: decision, now: at };
  });
  const settled = new Map(served.map((request, index) => [request, settlementOf(decided, index, now)]));
  return batch.map((request) => settled.get(request) ?? 'again');
}

function distinctKeys(batch: readonly SaveRequest[]): SittingKey[] {
  return [...new Map(batch.map(({ key }) => [key.sittingId, key])).values()];
}

function settlementOf({ decisions }: BatchDecision, index: number, now: Date): Settlement<SaveReply> {
  const decision: RequestDecision | undefined = decisions[index];
  if (decision === undefined) return 'again';
  const { outcomes, head } = decision;
  return { reply: { outcomes, state: head.state, clock: viewClock(head.timing, now) } };
}
