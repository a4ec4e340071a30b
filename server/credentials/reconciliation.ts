import { setTimeout as pause } from 'node:timers/promises';
import { findCredential, isGranted, type Ladder } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { issueCredentials } from './issuing.actions.ts';
import { listHoldersLacking } from './issuing.queries.ts';

const EVERY_MS = 60 * 60 * 1000;
const AT_ONCE = 200;
/** Before every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Looks through everybody once for credentials that were earned and not given, and gives them: whatever became of a job,
 * no award stays without one. Somebody for whom it fails holds up nobody else.
 *
 * @returns number of people who seemed to lack one
 */
export async function reconcileCredentials(deps: Deps, signal: AbortSignal): Promise<number> {
  const { db, installation, ladder, log } = deps;
  const sieve = { issuerId: installation.issuerId, ...rungsOf(ladder) };
  let looked = 0;
  let after = NOBODY;
  while (!signal.aborted) {
    const lacking = await listHoldersLacking(db, sieve, { after, most: AT_ONCE });
    for (const candidateId of lacking) {
      if (signal.aborted) return looked;
      await issueCredentials(deps, candidateId).catch((error: unknown) => {
        log.error({ err: error, candidateId }, 'credentials that were earned could not be issued');
      });
      looked += 1;
      after = candidateId;
    }
    if (lacking.length < AT_ONCE) break;
  }
  return looked;
}

/** Does so at the start and then hourly, until `signal` ends it. */
export async function keepReconciling(deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const looked = await reconcileCredentials(deps, signal);
      if (looked > 0) deps.log.info({ people: looked }, 'people lacked credentials that they had earned');
    } catch (error) {
      if (signal.aborted) return;
      deps.log.error({ err: error }, 'awards without credentials could not be looked up; trying again in an hour');
    }
    // Nodes that started together drift apart.
    await pause(EVERY_MS * (0.75 + Math.random() / 2), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** The rungs with an exam, and for each granted one those that it rests on in the end. */
function rungsOf(ladder: Ladder) {
  const groundsOf = (id: string): string[] => {
    const rung = findCredential(ladder, id);
    return rung !== null && isGranted(rung) ? rung.grantedBy.flatMap(groundsOf) : [id];
  };
  return {
    rungs: ladder.credentials.filter((rung) => !isGranted(rung)).map(({ id }) => id),
    granted: ladder.credentials
      .filter(isGranted)
      .map(({ id }) => ({ credential: id, grounds: [...new Set(groundsOf(id))] })),
  };
}
