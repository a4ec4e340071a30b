import { z } from 'zod';
import { CredentialStanding, PublicReason } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { RegistrationView, SittingSummary } from './registrations.ts';
import { CredentialId, Instant, Role, typedText } from './words.ts';

const personParams = z.strictObject({ candidateId: z.uuid() });
const awardParams = z.strictObject({ candidateId: z.uuid(), awardId: z.uuid() });
const Note = typedText(500).trim().min(3);

/** A person of whom nothing but the pseudonym is left has neither name nor e-mail. */
const PersonSummary = z.object({
  candidateId: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  holds: z.array(CredentialId),
});

/** Search text goes in the body, never in an address: addresses end up in logs. */
export const FindPeople = {
  method: 'POST',
  path: '/api/staff/people/search',
  may: ['administrator'],
  summary: 'People by a part of their name or e-mail, by candidate id, or by a credential’s id or address',
  body: z.strictObject({ text: typedText(200).trim().min(2) }),
  reply: z.object({ people: z.array(PersonSummary), more: z.boolean() }),
} as const satisfies Endpoint;

const AwardChangeView = z.object({
  type: z.enum(['suspended', 'revoked', 'reinstated']),
  at: Instant,
  publicReason: PublicReason.nullable(),
  note: z.string(),
  actor: z.string().nullable(),
});

const AwardView = z.object({
  id: z.uuid(),
  credential: CredentialId,
  awardedAt: Instant,
  sittingId: z.uuid(),
  standing: CredentialStanding,
  /** Oldest first. */
  changes: z.array(AwardChangeView),
});

const AccommodationView = z.object({
  extraTimeShare: z.number(),
  grantedAt: Instant,
  note: z.string(),
  actor: z.string().nullable(),
});

export const PersonRecord = PersonSummary.extend({
  roles: z.array(Role),
  createdAt: Instant,
  /** The newest counts; newest first. */
  accommodations: z.array(AccommodationView),
  awards: z.array(AwardView),
  credentials: z.array(
    z.object({
      id: z.uuid(),
      credential: CredentialId,
      issuedAt: Instant,
      standing: CredentialStanding,
      /** Ids of the awards it rests on: what is done to one of them is done to it. */
      basis: z.array(z.uuid()),
    }),
  ),
  registrations: z.array(RegistrationView),
  sittings: z.array(SittingSummary),
});
export type PersonRecord = z.output<typeof PersonRecord>;

export const GetPersonRecord = {
  method: 'GET',
  path: '/api/staff/people/:candidateId',
  may: ['administrator'],
  summary: 'Everything the organisation has about a person',
  params: personParams,
  reply: PersonRecord,
} as const satisfies Endpoint;

const withdrawal = z.strictObject({ publicReason: PublicReason, note: Note });

export const SuspendAward = {
  method: 'POST',
  path: '/api/staff/people/:candidateId/awards/:awardId/suspend',
  may: ['administrator'],
  summary: 'Suspend an award while something is looked into; reinstating lifts it',
  params: awardParams,
  body: withdrawal,
  reply: PersonRecord,
} as const satisfies Endpoint;

export const RevokeAward = {
  method: 'POST',
  path: '/api/staff/people/:candidateId/awards/:awardId/revoke',
  may: ['administrator'],
  summary: 'Revoke an award; its credentials, and what was granted because of it, are revoked for good',
  params: awardParams,
  body: withdrawal,
  reply: PersonRecord,
} as const satisfies Endpoint;

export const ReinstateAward = {
  method: 'POST',
  path: '/api/staff/people/:candidateId/awards/:awardId/reinstate',
  may: ['administrator'],
  summary: 'Give a suspended or revoked award back; in place of revoked credentials new ones are issued',
  params: awardParams,
  body: z.strictObject({ note: Note }),
  reply: PersonRecord,
} as const satisfies Endpoint;

/** Extra time as a share of the exam's own: 0.25 is a quarter more. Counts for sittings that start later. */
export const GrantExtraTime = {
  method: 'POST',
  path: '/api/staff/people/:candidateId/accommodations',
  may: ['administrator'],
  summary: 'Give a person extra time in every exam to come, or with 0 take it back',
  params: personParams,
  body: z.strictObject({ extraTimeShare: z.number().min(0).max(3).multipleOf(0.01), note: Note }),
  reply: PersonRecord,
} as const satisfies Endpoint;

const AuditEntryView = z.object({
  id: z.string(),
  at: Instant,
  /** Null: the product itself. */
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** Number of the seal that covers it; null until the next sealing. */
  seal: z.int().nullable(),
});
export type AuditEntryView = z.output<typeof AuditEntryView>;

/** Newest first, a page at a time. */
export const ReadAuditLog = {
  method: 'POST',
  path: '/api/staff/audit/search',
  may: ['administrator'],
  summary: 'The audit log: all of it, or what was done to or by somebody or something',
  body: z.strictObject({
    /** A candidate, sitting, award or credential id: entries about it or by it. */
    about: typedText(200).trim().optional(),
    action: z
      .string()
      .regex(/^[a-z_]{1,60}$/)
      .optional(),
    /** Entries before this one; from the last page's `next`. */
    before: z
      .string()
      .regex(/^\d{1,19}$/)
      .optional(),
  }),
  reply: z.object({
    entries: z.array(AuditEntryView),
    next: z.string().nullable(),
    /** How far the log is sealed. */
    sealed: z.object({ seal: z.int(), at: Instant, entries: z.int(), hash: z.string() }).nullable(),
    actions: z.array(z.string()),
  }),
} as const satisfies Endpoint;
