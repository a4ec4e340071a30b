import { setTimeout as pause } from 'node:timers/promises';
import { auditDigestText, auditEntryText, auditSealText } from '@pyladder/exam';
import { readDatabaseClock } from '../database-clock.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from './hashing.ts';
import { findHead, insertSeal, listUnsealed, tryLockSealing } from './sealing.queries.ts';

/** What a seal covers at most: it is read, hashed and checked as a whole. */
export const LARGEST_SEAL = 1000;
const EVERY_MS = 10_000;

type SealerDeps = Pick<Deps, 'db' | 'installation' | 'auditKey'>;

/**
 * Seals what is committed and waits, a thousand entries at most, in one transaction. Any node may, at any time; one at a
 * time does.
 *
 * @returns how many entries were sealed; 0 also while another node is at it
 */
export async function sealNext({ db, installation, auditKey }: SealerDeps): Promise<number> {
  const { issuerId } = installation;
  return db.transaction().execute(async (tx) => {
    if (!(await tryLockSealing(tx, issuerId))) return 0;
    // Before the look, so that what the look finds is all there was by then. Entries have the database's time, always.
    const now = (await readDatabaseClock(tx)).toISOString();
    const entries = await listUnsealed(tx, issuerId, LARGEST_SEAL);
    if (entries.length === 0) return 0;
    const covered = entries.map((entry) => ({ id: entry.id, hash: sha256(auditEntryText(entry)) }));
    const before = await findHead(tx, issuerId);
    const seal = {
      issuerId,
      number: (before?.number ?? 0) + 1,
      previous: before?.hash ?? null,
      digest: sha256(auditDigestText(covered.map(({ hash }) => hash))),
      entries: covered.length,
      total: (before?.total ?? 0) + covered.length,
      sealedAt: now,
      completeUntil: covered.length < LARGEST_SEAL ? now : (before?.completeUntil ?? null),
    };
    const hash = sha256(auditSealText(seal));
    const signature = await auditKey.sign({ issuerId, seal: seal.number, hash });
    await insertSeal(tx, { ...seal, hash, kid: auditKey.kid, signature }, covered);
    return covered.length;
  });
}

/** Seals until nothing waits, or another node has taken over. */
export async function sealAll(deps: SealerDeps): Promise<void> {
  while ((await sealNext(deps)) > 0);
}

/** Seals every ten seconds or so until `signal` ends it, and once more then. */
export async function keepSealing(deps: SealerDeps & Pick<Deps, 'log'>, signal: AbortSignal): Promise<void> {
  let isEnding = false;
  while (!isEnding) {
    isEnding = signal.aborted;
    try {
      await sealAll(deps);
    } catch (error) {
      deps.log.error({ err: error }, 'the audit log could not be sealed; trying again');
    }
    // Nodes that started together drift apart.
    if (!isEnding)
      await pause(EVERY_MS * (0.75 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => undefined);
  }
}
