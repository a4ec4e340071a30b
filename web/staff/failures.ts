import { NetworkError, ProblemError } from '../api/call.ts';
import { explainRefusal, isRefusalCode } from '../messages/refusals.ts';
import { t } from './words.ts';

/** What the refusal sentences for candidates would say wrongly to the staff. */
const SAID_TO_STAFF = [
  'award_already_withdrawn',
  'award_stands',
  'not_allowed',
  'not_found',
  'not_signed_in',
  'sitting_closed',
  'sitting_paused',
  'sitting_not_paused',
] as const;

/** What to tell staff who wanted to read something. Faults that are no answer of the server are thrown on. */
export function explainUnread(error: unknown): string {
  if (error instanceof NetworkError) return t('unread.offline');
  if (!(error instanceof ProblemError)) throw error;
  if (error.code === 'not_signed_in') return t('unread.not_signed_in');
  return isRefusalCode(error.code) ? explainRefusal(error.code) : t('unread.fault');
}

/** What to tell staff whose act did not happen. Faults that are no answer of the server are thrown on. */
export function explainFailure(error: unknown): string {
  if (error instanceof NetworkError) return t('failed.offline');
  if (!(error instanceof ProblemError)) throw error;
  const own = SAID_TO_STAFF.find((code) => code === error.code);
  if (own !== undefined) return t(`failed.${own}`);
  return isRefusalCode(error.code) ? explainRefusal(error.code) : t('failed.fault');
}

/** Whether somebody was quicker, so that what this page shows is out of date. */
export function isOutOfDate(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 409 || error.status === 404);
}
