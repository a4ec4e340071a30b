import { Refusal } from './refusal.ts';
import { type AnswerSpace, fitsSpace, type Response } from './response.ts';
import type { Timing } from './timing.ts';
import { deadline } from './timing.ts';

/** `ready → running ⇄ paused → submitted → scored → released`, with `held` and `voided` beside them. */
export type SittingState = 'ready' | 'running' | 'paused' | 'submitted' | 'scored' | 'released' | 'held' | 'voided';

/** Real sittings draw on the secret exam pool and count; mock ones draw on the practice pool and are debriefed. */
export type Purpose = 'real' | 'mock';

/** How a sitting came to its end. */
export type Ending = 'candidate' | 'time';

/** What the rules need to know of a sitting to judge a save. */
export type SittingHead = { id: string; state: SittingState; timing: Timing; formSize: number };

/** One save of an answer, as a device made it. `position` is the item's place in the form, from 0. */
export type AnswerSave = { type: 'answer'; deviceSequence: number; position: number; response: Response };

/** What else is kept so that the candidate is exactly where they were, and an appeal can be heard. */
export type EventSave =
  | { type: 'viewed'; deviceSequence: number; position: number }
  | { type: 'flagged'; deviceSequence: number; position: number; on: boolean }
  | { type: 'struck'; deviceSequence: number; position: number; option: string; on: boolean }
  | { type: 'noted'; deviceSequence: number; position: number; text: string }
  | { type: 'focus'; deviceSequence: number; position: number; on: boolean };

export type Save = AnswerSave | EventSave;

/** Late saves are kept and receipted and visible to an appeal, but do not count. */
export type Acceptance = 'counted' | 'late';

/**
 * Decides what becomes of one save at `now` (the database's time, so that all nodes agree).
 *
 * @param space what a response to the item at the save's position may hold, or null if the form has no such position
 * @throws Refusal sitting_paused | sitting_closed | position_not_in_form | response_not_in_item
 */
export function acceptSave(sitting: SittingHead, save: Save, space: AnswerSpace | null, now: Date): Acceptance {
  if (sitting.state === 'ready' || sitting.state === 'voided')
    throw new Refusal('sitting_closed', { state: sitting.state });
  if (sitting.state === 'paused') throw new Refusal('sitting_paused');
  if (space === null || save.position >= sitting.formSize) {
    throw new Refusal('position_not_in_form', { position: save.position, formSize: sitting.formSize });
  }
  if (!speaksOf(space, save)) throw new Refusal('response_not_in_item', { position: save.position });
  const end = deadline(sitting.timing);
  return sitting.state === 'running' && end !== null && now.getTime() <= end.getTime() ? 'counted' : 'late';
}

function speaksOf(space: AnswerSpace, save: Save): boolean {
  if (save.type === 'answer') return fitsSpace(save.response, space);
  return save.type !== 'struck' || space.optionIds.includes(save.option);
}

/** True if the sitting's time is over at `now` though nobody has closed it yet. */
export function isOverdue(sitting: Pick<SittingHead, 'state' | 'timing'>, now: Date): boolean {
  const end = deadline(sitting.timing);
  return sitting.state === 'running' && end !== null && now.getTime() > end.getTime();
}

/**
 * Why a sitting ends at `now` when the candidate hands in, or null if it has ended before (handing in twice is no error).
 *
 * @throws Refusal sitting_paused | sitting_closed
 */
export function acceptSubmission(sitting: Pick<SittingHead, 'state' | 'timing'>, now: Date): Ending | null {
  if (sitting.state === 'paused') throw new Refusal('sitting_paused');
  if (sitting.state === 'ready' || sitting.state === 'voided')
    throw new Refusal('sitting_closed', { state: sitting.state });
  if (sitting.state !== 'running') return null;
  return isOverdue(sitting, now) ? 'time' : 'candidate';
}

/** The timing after an examiner stops the clock at `now`. @throws Refusal sitting_paused | sitting_closed */
export function pauseTiming(sitting: Pick<SittingHead, 'state' | 'timing'>, now: Date): Timing {
  if (sitting.state === 'paused') throw new Refusal('sitting_paused');
  if (sitting.state !== 'running' || isOverdue(sitting, now))
    throw new Refusal('sitting_closed', { state: sitting.state });
  return { ...sitting.timing, pausedAt: now };
}

/**
 * The timing after the clock runs again at `now`; the pause is rounded up to whole seconds, in the candidate's favour.
 *
 * @throws Refusal sitting_not_paused
 */
export function resumeTiming(sitting: Pick<SittingHead, 'state' | 'timing'>, now: Date): Timing {
  const { pausedAt, pausedSeconds } = sitting.timing;
  if (sitting.state !== 'paused' || pausedAt === null) throw new Refusal('sitting_not_paused');
  const seconds = Math.max(0, Math.ceil((now.getTime() - pausedAt.getTime()) / 1000));
  return { ...sitting.timing, pausedAt: null, pausedSeconds: pausedSeconds + seconds };
}
