import { hash } from 'node:crypto';
import type { SaveOutcome } from '@pyladder/contract';
import {
  type Acceptance,
  type AnswerSpace,
  acceptSave,
  chainText,
  Refusal,
  type Response,
  type Save,
  type SittingHead,
} from '@pyladder/exam';
import type { SittingKey } from '../token.ts';
import { contentOf } from './save-content.ts';

/** What one device sends at once; `spaces` are its form's, one a position. */
export type SaveRequest = {
  key: SittingKey;
  deviceId: string;
  saves: readonly Save[];
  spaces: readonly AnswerSpace[];
};

/** A sitting as it stands while its row is locked; `chain` is the last hash (of the form, before any answer). */
export type Head = SittingHead & { candidateId: string; place: number; chain: string; eventCount: number };

/** A save that is in the database already. */
export type KnownSave = { sittingId: string; deviceId: string; save: Save; outcome: SaveOutcome };

/** One answer to be written. */
export type AnswerRow = {
  candidateId: string;
  sittingId: string;
  place: number;
  deviceId: string;
  deviceSequence: number;
  position: number;
  response: Response;
  acceptance: Acceptance;
  chain: string;
};

export type EventRow = {
  candidateId: string;
  sittingId: string;
  deviceId: string;
  save: Exclude<Save, { type: 'answer' }>;
};

/** What became of one request: an outcome for each save, and the sitting as it is then. */
export type RequestDecision = { outcomes: SaveOutcome[]; head: Head };

/** What a batch writes, and what its requests are told once that is on disk. Heads hold what the sittings become. */
export type BatchDecision = {
  decisions: RequestDecision[];
  answers: AnswerRow[];
  events: EventRow[];
  changed: Head[];
};

/** More than any honest sitting makes by two orders; it keeps one hostile client from filling the disk. */
export const MOST_SAVES = 20_000;

/**
 * Decides a batch in memory: each save on its own, so that one bad save never fails its neighbours.
 *
 * @param requests all of sittings that are among the heads
 * @param heads the locked sittings by id
 * @param known saves of these devices and sequences that are in the database already
 * @param now the database's time, read after the locks were taken
 */
export function decideBatch(
  requests: readonly SaveRequest[],
  { heads, known, now }: { heads: ReadonlyMap<string, Head>; known: readonly KnownSave[]; now: Date },
): BatchDecision {
  const seen = new Map(known.map((one) => [nameOf(one.sittingId, one.deviceId, one.save.deviceSequence), one]));
  const current = new Map(heads);
  const batch: BatchDecision = { decisions: [], answers: [], events: [], changed: [] };
  const work = { current, seen, batch, now };
  for (const request of requests) {
    const outcomes = request.saves.map((save) => decideSave(request, save, work));
    batch.decisions.push({ outcomes, head: headOf(current, request) });
  }
  batch.changed = [...current.values()].filter((head) => head !== heads.get(head.id));
  return batch;
}

type Work = { current: Map<string, Head>; seen: Map<string, KnownSave>; batch: BatchDecision; now: Date };

/** @throws RangeError if the caller did not lock the request's sitting */
function headOf(heads: ReadonlyMap<string, Head>, { key }: SaveRequest): Head {
  const head = heads.get(key.sittingId);
  if (head === undefined) throw new RangeError(`sitting ${key.sittingId} is not locked`);
  return head;
}

function decideSave(request: SaveRequest, save: Save, work: Work): SaveOutcome {
  const { key, deviceId, spaces } = request;
  const { deviceSequence } = save;
  const name = nameOf(key.sittingId, deviceId, deviceSequence);
  const earlier = work.seen.get(name);
  if (earlier !== undefined) {
    if (contentOf(earlier.save) === contentOf(save)) return earlier.outcome;
    return { outcome: 'refused', deviceSequence, code: 'sequence_conflict' };
  }
  const verdict = judgeSave(headOf(work.current, request), save, spaces, work.now);
  if (verdict instanceof Refusal) return { outcome: 'refused', deviceSequence, code: verdict.code };
  const outcome = save.type === 'answer' ? append(verdict, save, deviceId, work) : keep(verdict, save, deviceId, work);
  work.seen.set(name, { sittingId: key.sittingId, deviceId, save, outcome });
  return outcome;
}

type Verdict = { head: Head; acceptance: Acceptance };

/** The rule's word on one save as a value, so that it stays this save's own affair. */
function judgeSave(head: Head, save: Save, spaces: SaveRequest['spaces'], now: Date): Verdict | Refusal {
  if (head.place + head.eventCount >= MOST_SAVES) return new Refusal('too_many_attempts');
  try {
    return { head, acceptance: acceptSave(head, save, spaces[save.position] ?? null, now) };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function append(
  { head, acceptance }: Verdict,
  save: Extract<Save, { type: 'answer' }>,
  deviceId: string,
  { current, batch, now }: Work,
): SaveOutcome {
  const { deviceSequence, position, response } = save;
  const place = head.place + 1;
  const link = { sittingId: head.id, place, deviceId, deviceSequence, position, response, acceptance, receivedAt: now };
  const chain = hash('sha256', chainText(head.chain, link), 'hex');
  const { receivedAt: _, ...row } = link;
  batch.answers.push({ ...row, candidateId: head.candidateId, chain });
  current.set(head.id, { ...head, place, chain });
  return { outcome: 'receipt', deviceSequence, place, receivedAt: now.toISOString(), chain, acceptance };
}

function keep(
  { head }: Verdict,
  save: Exclude<Save, { type: 'answer' }>,
  deviceId: string,
  { current, batch, now }: Work,
): SaveOutcome {
  batch.events.push({ candidateId: head.candidateId, sittingId: head.id, deviceId, save });
  current.set(head.id, { ...head, eventCount: head.eventCount + 1 });
  return { outcome: 'kept', deviceSequence: save.deviceSequence, receivedAt: now.toISOString() };
}

function nameOf(sittingId: string, deviceId: string, deviceSequence: number): string {
  return `${sittingId} ${deviceId} ${deviceSequence}`;
}
