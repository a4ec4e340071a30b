import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { ItemView, Response } from './items.ts';
import { sittingParams } from './sitting-params.ts';
import { CredentialId, Instant, OptionId, Purpose, Sha256, SittingState, typedText } from './words.ts';

const PlaceProgress = z.object({
  seen: z.boolean(),
  /** Null while there is no answer. */
  response: Response.nullable(),
  flagged: z.boolean(),
  struck: z.array(OptionId),
  note: z.string(),
});

/** The clock of a sitting. `now` is the server's; a browser shows `deadline` minus its own time corrected by `now`. */
export const Clock = z.object({
  now: Instant,
  startedAt: Instant,
  /** Null during a pause. */
  deadline: Instant.nullable(),
  remainingSeconds: z.number(),
  totalSeconds: z.int(),
});
export type Clock = z.output<typeof Clock>;

/** All of a sitting that its room needs, in one piece: a network gap or a reload changes nothing. */
export const SittingView = z.object({
  id: z.uuid(),
  credential: CredentialId,
  /** Short name of the credential ("PCEP"). */
  short: z.string(),
  purpose: Purpose,
  state: SittingState,
  clock: Clock,
  /** Opens this sitting for `SaveProgress`, `SubmitSitting` and `GetSittingClock`; sent as `Authorization: Bearer …`. */
  token: z.string(),
  /** Hash of the sealed form: the chain's first link. */
  formSeal: Sha256,
  /** In the order of the form; empty once a real exam has ended, for its items are secret. */
  items: z.array(ItemView),
  /** Everything the server has received so far. */
  progress: z.object({ position: z.int(), places: z.array(PlaceProgress) }),
});
export type SittingView = z.output<typeof SittingView>;

export const GetSitting = {
  method: 'GET',
  path: '/api/sittings/:sittingId',
  may: ['candidate'],
  summary: 'The whole room of a sitting: items without keys, progress, clock and token',
  params: sittingParams,
  reply: SittingView,
} as const satisfies Endpoint;

export const GetSittingClock = {
  method: 'GET',
  path: '/api/sittings/:sittingId/clock',
  may: ['sitting-token'],
  summary: 'State and clock only (asked now and then: time may have been granted, or the sitting paused)',
  params: sittingParams,
  reply: z.object({ state: SittingState, clock: Clock }),
} as const satisfies Endpoint;

const deviceSequence = z.int().min(1).max(2_147_483_647);
const position = z.int().min(0).max(199);

export const Save = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('answer'),
    deviceSequence,
    position,
    response: Response,
  }),
  z.strictObject({ type: z.literal('viewed'), deviceSequence, position }),
  z.strictObject({ type: z.literal('flagged'), deviceSequence, position, on: z.boolean() }),
  z.strictObject({ type: z.literal('struck'), deviceSequence, position, option: OptionId, on: z.boolean() }),
  z.strictObject({ type: z.literal('noted'), deviceSequence, position, text: typedText(2000) }),
  z.strictObject({ type: z.literal('focus'), deviceSequence, position, on: z.boolean() }),
]);
export type Save = z.output<typeof Save>;

/** What became of one save. A receipt means: it is in the database, on disk. */
export const SaveOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('receipt'),
    deviceSequence: z.int(),
    /** Place in the sitting's chain, from 1. */
    place: z.int(),
    receivedAt: Instant,
    chain: Sha256,
    /** Late answers are kept and shown to an appeal, and do not count. */
    acceptance: z.enum(['counted', 'late']),
  }),
  /** An event (flag, note, …) is in the database. */
  z.object({ outcome: z.literal('kept'), deviceSequence: z.int(), receivedAt: Instant }),
  /** Refused for good, but for `sitting_paused`: that one may be sent again when the clock runs. The neighbours are not affected. */
  z.object({ outcome: z.literal('refused'), deviceSequence: z.int(), code: z.string() }),
]);
export type SaveOutcome = z.output<typeof SaveOutcome>;

/**
 * Takes 1 to 100 saves of one device, in order. Sending a save again (same device, same sequence, same content)
 * gives its old receipt; the same sequence with other content is refused as `sequence_conflict`.
 */
export const SaveProgress = {
  method: 'POST',
  path: '/api/sittings/:sittingId/saves',
  may: ['sitting-token'],
  summary: 'Save answers and events durably; each gets its own outcome',
  params: sittingParams,
  body: z.strictObject({ deviceId: z.uuid(), saves: z.array(Save).min(1).max(100) }),
  reply: z.object({ outcomes: z.array(SaveOutcome), state: SittingState, clock: Clock }),
} as const satisfies Endpoint;

/** Proof that the sitting ended with just these answers. */
export const SubmissionReceipt = z.object({
  sittingId: z.uuid(),
  submittedAt: Instant,
  endedBy: z.enum(['candidate', 'time']),
  /** Number of answers in the chain, and its last hash. */
  answers: z.int(),
  chainHead: Sha256,
  /** All of this signed (compact JWS, EdDSA); the key is at /.well-known/jwks.json. */
  signature: z.string(),
});
export type SubmissionReceipt = z.output<typeof SubmissionReceipt>;

/** Handing in twice gives the same receipt. */
export const SubmitSitting = {
  method: 'POST',
  path: '/api/sittings/:sittingId/submission',
  may: ['sitting-token'],
  summary: 'Hand in',
  params: sittingParams,
  reply: SubmissionReceipt,
} as const satisfies Endpoint;

export const SectionResult = z.object({ id: z.string(), title: z.string(), points: z.number(), max: z.number() });

export const Result = z.object({
  sittingId: z.uuid(),
  credential: CredentialId,
  purpose: Purpose,
  state: SittingState,
  startedAt: Instant,
  endedAt: Instant,
  endedBy: z.enum(['candidate', 'time']),
  points: z.number(),
  max: z.number(),
  passMark: z.number(),
  pointsToPass: z.int(),
  passed: z.boolean(),
  answered: z.int(),
  sections: z.array(SectionResult),
  /** After a failed real exam: when it may be tried again. */
  retakeFrom: Instant.nullable(),
  /** Credentials held because of this pass (the award itself, and any automatic grant). */
  earned: z.array(CredentialId),
  hasDebrief: z.boolean(),
  versions: z.object({ scoring: z.string(), bank: z.string(), cut: z.string() }),
  receipt: SubmissionReceipt,
});
export type Result = z.output<typeof Result>;

/** 409 `not_released` until there is a result; it takes a moment after handing in. */
export const GetResult = {
  method: 'GET',
  path: '/api/sittings/:sittingId/result',
  may: ['candidate'],
  summary: 'The result by topic, once released',
  params: sittingParams,
  reply: Result,
} as const satisfies Endpoint;

/** A candidate's own copy of what was received, to check the chain with (see docs/chain.md). */
export const GetAnswerRecord = {
  method: 'GET',
  path: '/api/sittings/:sittingId/record',
  may: ['candidate'],
  summary: 'Every answer received, in order, with its chain hash',
  params: sittingParams,
  reply: z.object({
    sittingId: z.uuid(),
    formSeal: Sha256,
    answers: z.array(
      z.object({
        place: z.int(),
        deviceId: z.uuid(),
        deviceSequence: z.int(),
        position: z.int(),
        response: Response,
        acceptance: z.enum(['counted', 'late']),
        receivedAt: Instant,
        chain: Sha256,
      }),
    ),
  }),
} as const satisfies Endpoint;
