/** Why the product says no to a well-formed request. Stable: clients and translations depend on these words. */
export type RefusalCode =
  | 'not_found'
  | 'not_signed_in'
  | 'not_allowed'
  | 'wrong_origin'
  | 'wrong_email_or_password'
  | 'email_taken'
  | 'too_many_attempts'
  | 'requirement_not_held'
  | 'already_registered'
  | 'retake_too_early'
  | 'already_held'
  | 'result_pending'
  | 'exam_bank_not_ready'
  | 'form_cannot_be_drawn'
  | 'registration_used'
  | 'sitting_closed'
  | 'sitting_paused'
  | 'sitting_not_paused'
  | 'sitting_token_invalid'
  | 'position_not_in_form'
  | 'response_not_in_item'
  | 'sequence_conflict'
  | 'not_released'
  | 'no_debrief'
  | 'exam_under_way'
  | 'award_already_withdrawn'
  | 'award_stands'
  | 'address_not_allowed'
  | 'address_not_reachable';

export type RefusalDetail = Record<string, string | number | string[]>;

/**
 * A "no" the caller can do something about. Thrown by domain functions, turned into HTTP in one
 * place (server/http/refusals.ts). Anything else that is thrown is a bug and becomes a 500.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
