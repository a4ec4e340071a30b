import type { SaveOutcome, SittingView, SubmissionReceipt } from '@pyladder/contract';
import type { Ending, Progress, Save } from '@pyladder/exam';
import { noProgress, withSave } from '@pyladder/exam';

type WithoutSequence<S> = S extends Save ? Omit<S, 'deviceSequence'> : never;

/** What a candidate did, before it has its number. */
export type Deed = WithoutSequence<Save>;

/** One save that has no receipt yet. Sequences count per device, so the device is part of its name. */
export type OutboxEntry = { deviceId: string; save: Save };

/** A save that the server will never take; kept so that the candidate can be told and an appeal can see it. */
export type RefusedEntry = OutboxEntry & { code: string };

/** State and clock of a sitting as the server last told them. */
export type Bearing = Pick<SittingView, 'state' | 'clock'>;

/** All that this computer holds of one sitting. */
export type Kept = {
  view: SittingView | null;
  /** Wall-clock milliseconds of this computer when `view.clock` arrived. */
  clockArrivedAt: number;
  /** Changes whenever the server's word about saves was taken in: an older view of the sitting must not undo that. */
  revision: number;
  /** Who wants the sitting to end, as long as the server has not confirmed it. */
  handIn: Ending | null;
  receipt: SubmissionReceipt | null;
  /** Answers from here that came after the end: kept by the server, not counted. */
  late: number;
  /** In the order in which they were made. */
  outbox: OutboxEntry[];
  refused: RefusedEntry[];
};

export const NOTHING_KEPT: Kept = {
  view: null,
  clockArrivedAt: 0,
  revision: 0,
  handIn: null,
  receipt: null,
  late: 0,
  outbox: [],
  refused: [],
};

/** What one reply to a batch says about its entries. */
export type Settlement = { deviceId: string; outcomes: readonly SaveOutcome[]; bearing: Bearing; arrivedAt: number };

/** What the candidate sees: the server's progress, then everything that waits, then deeds not written down yet. */
export function progressOf({ view, outbox }: Pick<Kept, 'view' | 'outbox'>, deeds: readonly Deed[]): Progress {
  let progress: Progress = view?.progress ?? noProgress(0);
  for (const { save } of outbox) progress = withSave(progress, save);
  for (const deed of deeds) progress = withSave(progress, numbered(deed, 0));
  return progress;
}

/** The save that a deed becomes under a number. */
export function numbered(deed: Deed, deviceSequence: number): Save {
  return { ...deed, deviceSequence };
}

/**
 * What is kept after a reply. Receipted saves move from the outbox into the view's progress; refused ones are set
 * aside. Saves that met a pause or a number used twice stay in the outbox: the first are sent again when the exam
 * goes on, the second under a new identity.
 */
export function withSettlement(kept: Kept, { deviceId, outcomes, bearing, arrivedAt }: Settlement): Kept {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.deviceSequence, outcome]));
  const outbox: OutboxEntry[] = [];
  const refused = [...kept.refused];
  let late = kept.late;
  let progress: Progress = kept.view?.progress ?? noProgress(0);
  for (const entry of kept.outbox) {
    const outcome = entry.deviceId === deviceId ? outcomeOf.get(entry.save.deviceSequence) : undefined;
    if (outcome === undefined || isOnlyPostponed(outcome)) outbox.push(entry);
    else if (outcome.outcome === 'refused') refused.push({ ...entry, code: outcome.code });
    else {
      progress = withSave(progress, entry.save);
      if (outcome.outcome === 'receipt' && outcome.acceptance === 'late') late += 1;
    }
  }
  const view = kept.view && { ...kept.view, ...bearing, progress };
  return { ...kept, view, clockArrivedAt: arrivedAt, revision: kept.revision + 1, late, outbox, refused };
}

function isOnlyPostponed(outcome: SaveOutcome): boolean {
  return outcome.outcome === 'refused' && (outcome.code === 'sitting_paused' || outcome.code === 'sequence_conflict');
}

/** Sequences that the server had already taken for something else: this profile was copied or rolled back. */
export function conflictsOf(outcomes: readonly SaveOutcome[]): number[] {
  return outcomes
    .filter((outcome) => outcome.outcome === 'refused' && outcome.code === 'sequence_conflict')
    .map((outcome) => outcome.deviceSequence);
}

/** True if `later` says again what `earlier` said, so that only `later` matters for what the candidate sees. */
export function supersedes(later: Save, earlier: Save): boolean {
  if (later.type !== earlier.type || later.position !== earlier.position) return false;
  return later.type !== 'struck' || earlier.type !== 'struck' || later.option === earlier.option;
}

/** What is kept once the server has shown the sitting anew. */
export function withView(kept: Kept, view: SittingView, arrivedAt: number): Kept {
  return { ...kept, view, clockArrivedAt: arrivedAt };
}

/** What is kept once state and clock were told anew. */
export function withBearing(kept: Kept, bearing: Bearing, arrivedAt: number): Kept {
  return { ...kept, view: kept.view && { ...kept.view, ...bearing }, clockArrivedAt: arrivedAt };
}

/** What may stay on this computer after the end: the receipt, and nothing of the questions once nothing waits. */
export function withoutQuestions(kept: Kept): Kept {
  return kept.receipt !== null && kept.outbox.length === 0 ? { ...kept, view: null } : kept;
}
