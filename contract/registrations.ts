import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { CredentialId, Instant, Purpose, SittingState } from './words.ts';

const Obstacle = z.union([
  z.object({ code: z.literal('requirement_not_held'), credential: CredentialId }),
  z.object({ code: z.literal('retake_too_early'), earliest: Instant }),
  z.object({ code: z.literal('result_pending') }),
  z.object({ code: z.literal('already_held') }),
  z.object({ code: z.literal('exam_not_offered') }),
  z.object({ code: z.literal('exam_bank_not_ready') }),
]);

export const RegistrationView = z.object({
  id: z.uuid(),
  credential: CredentialId,
  purpose: Purpose,
  createdAt: Instant,
  /** The sitting this registration was used for, or null while it is unused. */
  sittingId: z.uuid().nullable(),
});
export type RegistrationView = z.output<typeof RegistrationView>;

/** All that a candidate must know before starting. Fixed here, shown on the rules page. */
export const ExamRules = z.object({
  credential: CredentialId,
  purpose: Purpose,
  items: z.int(),
  /** The exam's own minutes, and with this person's extra time. */
  minutes: z.int(),
  yourMinutes: z.int(),
  passMark: z.number(),
  /** Points that are enough, e.g. 21 of 30. */
  pointsToPass: z.int(),
  /** Whether an answer that is right in part earns a part of the point, where the kind of item allows it. */
  partialCredit: z.boolean(),
  retakeDays: z.int(),
  eligible: z.boolean(),
  obstacles: z.array(Obstacle),
  advice: z.array(z.object({ code: z.literal('advised_not_held'), credential: CredentialId })),
  /** A registration not yet used, if there is one. */
  registration: RegistrationView.nullable(),
  /** A sitting of this exam that is going on now: resume it instead. */
  runningSittingId: z.uuid().nullable(),
});
export type ExamRules = z.output<typeof ExamRules>;

export const GetExamRules = {
  method: 'GET',
  path: '/api/exams/:credential/:purpose',
  may: ['candidate'],
  summary: 'The rules of an exam for the person signed in, and whether they may sit it',
  params: z.strictObject({ credential: CredentialId, purpose: Purpose }),
  reply: ExamRules,
} as const satisfies Endpoint;

/** Answers with the unused registration if there is one already. */
export const Register = {
  method: 'POST',
  path: '/api/registrations',
  may: ['candidate'],
  summary: 'Register for an exam',
  body: z.strictObject({ credential: CredentialId, purpose: Purpose }),
  reply: RegistrationView,
} as const satisfies Endpoint;

/** Starts the clock. Many callers at once, or the same one again: one sitting. */
export const StartSitting = {
  method: 'POST',
  path: '/api/registrations/:registrationId/start',
  may: ['candidate'],
  summary: 'Draw and seal a form and start the sitting',
  params: z.strictObject({ registrationId: z.uuid() }),
  reply: z.object({ sittingId: z.uuid() }),
} as const satisfies Endpoint;

export const SittingSummary = z.object({
  id: z.uuid(),
  credential: CredentialId,
  purpose: Purpose,
  state: SittingState,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** Null until released. */
  outcome: z.object({ points: z.number(), max: z.number(), passed: z.boolean() }).nullable(),
});

/** A person's standing: what they hold, what is going on, what they did. */
export const Record = z.object({
  holdings: z.array(z.object({ credential: CredentialId, since: Instant })),
  registrations: z.array(RegistrationView),
  /** Newest first. */
  sittings: z.array(SittingSummary),
  /** For each rung with an exam: may it be registered for now? */
  eligibility: z.array(z.object({ credential: CredentialId, eligible: z.boolean(), obstacles: z.array(Obstacle) })),
});
export type Record = z.output<typeof Record>;

export const GetRecord = {
  method: 'GET',
  path: '/api/record',
  may: ['candidate'],
  summary: 'Holdings, registrations and sittings of the person signed in',
  reply: Record,
} as const satisfies Endpoint;
