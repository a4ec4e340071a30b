import type { SittingView, SubmissionReceipt } from '@pyladder/contract';
import type { Ending, Progress } from '@pyladder/exam';
import type { Reading } from './clock/clock.ts';
import { type Deed, type Kept, progressOf, type RefusedEntry } from './store/kept.ts';

/** Why nothing reaches the server just now. */
export type Trouble = 'unreachable' | 'busy' | 'signed-out';

/** Whether the server shows this sitting to whoever is signed in. */
export type Access = 'asking' | 'granted' | 'signed-out' | 'absent' | 'unreachable' | 'busy';

/** Everything that a room knows. */
export type RoomState = {
  /** Null until this computer's store has been read. */
  kept: Kept | null;
  /** True while it is still worth waiting for the server before showing what was kept. */
  opening: boolean;
  /** Done, and on the way into the store. */
  deeds: readonly Deed[];
  access: Access;
  trouble: Trouble | null;
  reading: Reading | null;
  lasting: 'disk' | 'memory';
  /** Instant (ISO 8601) at which the server last confirmed something on this page. */
  savedAt: string | null;
};

/** How it stands with what the candidate did last. */
export type Saving =
  | { state: 'saved'; at: string | null }
  | { state: 'saving' }
  /** Waiting on this computer. */
  | { state: 'kept'; why: Trouble | 'paused' }
  /** Nothing waits, but the server is out of reach. */
  | { state: 'cut-off'; why: Trouble };

/** What the room shows. */
export type Phase =
  | { name: 'loading' }
  | { name: 'barred'; why: Exclude<Access, 'asking' | 'granted'> }
  | { name: 'unstarted' }
  | { name: 'voided' }
  | { name: 'open'; view: SittingView; paused: boolean }
  /** On the way to the receipt; `by` is null if the sitting was ended elsewhere. */
  | { name: 'handing-in'; by: Ending | null; waiting: number; canReturn: boolean }
  | { name: 'finished'; receipt: SubmissionReceipt; waiting: number; late: number };

/** What a room shows its candidate, made anew whenever something changed. */
export type RoomSnapshot = {
  phase: Phase;
  progress: Progress;
  saving: Saving;
  reading: Reading | null;
  lasting: 'disk' | 'memory';
  /** Signed out while the exam goes on. */
  signedOut: boolean;
  /** Answers that the server will not take, for the candidate to know. */
  refused: readonly RefusedEntry[];
};

/** Everything that the screen needs, from everything that is known. */
export function snapshotOf(state: RoomState): RoomSnapshot {
  const { kept, deeds, reading, lasting, access } = state;
  return {
    phase: phaseOf(state),
    progress: progressOf({ view: kept?.view ?? null, outbox: kept?.outbox ?? [] }, deeds),
    saving: savingOf(state),
    reading,
    lasting,
    signedOut: access === 'signed-out',
    // One that was said again under another number is no loss.
    refused: (kept?.refused ?? []).filter(({ save, code }) => save.type === 'answer' && code !== 'sequence_conflict'),
  };
}

function phaseOf({ kept, opening, access, deeds }: RoomState): Phase {
  if (kept === null) return { name: 'loading' };
  const waiting = kept.outbox.length + deeds.length;
  if (kept.receipt !== null) return { name: 'finished', receipt: kept.receipt, waiting, late: kept.late };
  if (opening) return { name: 'loading' };
  const { view } = kept;
  if (access === 'absent') return { name: 'barred', why: access };
  if (view === null)
    return access === 'asking' || access === 'granted' ? { name: 'loading' } : { name: 'barred', why: access };
  if (view.state === 'ready') return { name: 'unstarted' };
  if (view.state === 'voided') return { name: 'voided' };
  if (isOver(view.state)) return { name: 'handing-in', by: kept.handIn, waiting, canReturn: false };
  if (kept.handIn !== null)
    return { name: 'handing-in', by: kept.handIn, waiting, canReturn: kept.handIn === 'candidate' };
  return { name: 'open', view, paused: view.state === 'paused' };
}

/** True if the server has ended the sitting. */
export function isOver(state: SittingView['state']): boolean {
  return state === 'submitted' || state === 'scored' || state === 'released' || state === 'held';
}

function savingOf({ kept, deeds, trouble, savedAt }: RoomState): Saving {
  const waits = (kept?.outbox.length ?? 0) + deeds.length > 0;
  if (!waits) return trouble === null ? { state: 'saved', at: savedAt } : { state: 'cut-off', why: trouble };
  // Not in the store yet: to say "kept" now would be a promise too early.
  if (deeds.length > 0) return { state: 'saving' };
  if (trouble !== null) return { state: 'kept', why: trouble };
  return kept?.view?.state === 'paused' ? { state: 'kept', why: 'paused' } : { state: 'saving' };
}
