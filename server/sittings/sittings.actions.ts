import type { GetAnswerRecord, GetSittingClock, Reply, SittingView, SubmissionReceipt } from '@pyladder/contract';
import { acceptSubmission, isOverdue, noProgress, Refusal, withSave } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { viewClock } from './clock-view.ts';
import { closeIfOverdue, closeSitting } from './closing.ts';
import { viewItems } from './item-view.ts';
import {
  type Form,
  findForm,
  findSitting,
  listAnswers,
  listLastingSaves,
  lockSitting,
  type Sitting,
} from './sittings.queries.ts';
import { issueSittingToken, type SittingKey } from './token.ts';

/**
 * The whole room: items without keys (none once a real exam has ended), everything received so far, clock and a fresh token.
 *
 * @throws Refusal not_found
 */
export async function getSitting(deps: Deps, key: SittingKey): Promise<SittingView> {
  const { db, clock, ladder, banks, installation } = deps;
  const sitting = await getUpToDate(deps, key);
  const form = await getForm(deps, key);
  const places = maySeeItems(sitting) ? form.places : [];
  const items = await banks.getItems(
    db,
    places.map(({ itemHash }) => itemHash),
  );
  const saves = await listLastingSaves(db, key);
  const now = await clock.now(db);
  const credential = ladder.credentials.find(({ id }) => id === sitting.credential);
  return {
    id: sitting.id,
    credential: sitting.credential,
    short: credential?.short ?? sitting.credential,
    purpose: sitting.purpose,
    state: sitting.state,
    clock: viewClock(sitting.timing, now),
    token: issueSittingToken(installation.tokenSecret, key, new Date()),
    formSeal: form.seal,
    items: viewItems(places, items, { ladder, credential: sitting.credential }),
    progress: saves.reduce(withSave, noProgress(form.places.length)),
  };
}

/** The items of a real exam are secret: nobody reads them at leisure once it has ended. */
function maySeeItems({ purpose, state }: Sitting): boolean {
  return purpose === 'mock' || state === 'running' || state === 'paused';
}

/** State and clock alone. @throws Refusal not_found */
export async function getSittingClock(deps: Deps, key: SittingKey): Promise<Reply<typeof GetSittingClock>> {
  const sitting = await getUpToDate(deps, key);
  return { state: sitting.state, clock: viewClock(sitting.timing, await deps.clock.now(deps.db)) };
}

/**
 * Hands in; handing in twice gives the same receipt.
 *
 * @throws Refusal not_found | sitting_paused | sitting_closed
 */
export async function submitSitting(deps: Deps, key: SittingKey): Promise<SubmissionReceipt> {
  return deps.db.transaction().execute(async (tx) => {
    const sitting = await lockSitting(tx, key);
    if (sitting === null) throw new Refusal('not_found');
    const now = await deps.clock.now(tx);
    const endedBy = acceptSubmission(sitting, now);
    if (endedBy !== null) return closeSitting(deps, tx, { sitting, endedBy, now });
    if (sitting.submission === null) throw new Refusal('sitting_closed', { state: sitting.state });
    return sitting.submission;
  });
}

/** A candidate's own copy of what was received, to check the chain with. @throws Refusal not_found */
export async function getAnswerRecord(deps: Deps, key: SittingKey): Promise<Reply<typeof GetAnswerRecord>> {
  const { id } = await getOwnSitting(deps, key);
  const { seal } = await getForm(deps, key);
  const answers = await listAnswers(deps.db, key);
  return {
    sittingId: id,
    formSeal: seal,
    answers: answers.map((answer) => ({ ...answer, receivedAt: answer.receivedAt.toISOString() })),
  };
}

async function getOwnSitting({ db }: Deps, key: SittingKey): Promise<Sitting> {
  const sitting = await findSitting(db, key);
  if (sitting === null) throw new Refusal('not_found');
  return sitting;
}

async function getForm({ db }: Deps, key: SittingKey): Promise<Form> {
  const form = await findForm(db, key);
  if (form === null) throw new Error(`sitting ${key.sittingId} has no form`);
  return form;
}

/** Whoever looks first closes it: a candidate who comes back late need not wait for the sweeper. */
async function getUpToDate(deps: Deps, key: SittingKey): Promise<Sitting> {
  const sitting = await getOwnSitting(deps, key);
  if (!isOverdue(sitting, await deps.clock.now(deps.db))) return sitting;
  await closeIfOverdue(deps, key);
  return getOwnSitting(deps, key);
}
