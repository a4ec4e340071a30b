import type { RefusalCode } from '@pyladder/exam';

/** The HTTP status of each "no". A code without a status does not compile. */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  not_found: 404,
  not_signed_in: 401,
  not_allowed: 403,
  wrong_origin: 403,
  wrong_email_or_password: 401,
  email_taken: 409,
  too_many_attempts: 429,
  requirement_not_held: 409,
  already_registered: 409,
  retake_too_early: 409,
  already_held: 409,
  result_pending: 409,
  exam_bank_not_ready: 409,
  form_cannot_be_drawn: 409,
  registration_used: 409,
  sitting_closed: 409,
  sitting_paused: 409,
  sitting_not_paused: 409,
  sitting_token_invalid: 401,
  position_not_in_form: 422,
  response_not_in_item: 422,
  sequence_conflict: 409,
  not_released: 409,
  no_debrief: 404,
};
