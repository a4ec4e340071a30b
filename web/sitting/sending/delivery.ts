import type { Reply, SaveOutcome, SaveProgress, SittingView } from '@pyladder/contract';
import type { Batch } from './batch.ts';
import type { Answered } from './roomApi.ts';

type SaveReply = Reply<typeof SaveProgress>;

/** What is to be done after one attempt to bring saves to the server. */
export type Delivery =
  | { type: 'settled'; reply: SaveReply }
  /** One save that no reading of the contract lets in: to be set aside, so that those behind it can pass. */
  | { type: 'set-aside'; reply: SaveReply }
  /** The batch as a whole was not understood: to be tried again one by one. */
  | { type: 'too-much' }
  | { type: 'unreachable' }
  | { type: 'busy' }
  /** The token does not open this sitting (any more). */
  | { type: 'shut-out' };

const SHUT_OUT = new Set([401, 403, 404]);

/** Judges the answer to a batch. A receipt is the only thing that lets the outbox forget. */
export function judgeDelivery(answered: Answered<SaveReply>, view: SittingView, batch: Batch): Delivery {
  if (answered.type === 'reply') {
    // A server that says nothing about what was sent has not taken it.
    return isSilent(answered.reply, batch) ? { type: 'busy' } : { type: 'settled', reply: answered.reply };
  }
  if (answered.type !== 'refused') return answered;
  if (SHUT_OUT.has(answered.status)) return { type: 'shut-out' };
  if (batch.saves.length > 1) return { type: 'too-much' };
  const outcomes: SaveOutcome[] = batch.saves.map(({ deviceSequence }) => ({
    outcome: 'refused',
    deviceSequence,
    code: answered.code,
  }));
  return { type: 'set-aside', reply: { outcomes, state: view.state, clock: view.clock } };
}

function isSilent({ outcomes }: SaveReply, { saves }: Batch): boolean {
  const told = new Set(outcomes.map(({ deviceSequence }) => deviceSequence));
  return !saves.some(({ deviceSequence }) => told.has(deviceSequence));
}

/** The latest instant (ISO 8601) at which the server wrote something down, or null. */
export function lastReceived(outcomes: readonly SaveOutcome[]): string | null {
  const instants = outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [] : [outcome.receivedAt]));
  return instants.sort().at(-1) ?? null;
}
