import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { CredentialId, Instant } from './words.ts';

const credentialParams = z.strictObject({ id: z.uuid() });

/** Where a credential stands. What was revoked never comes back: a reinstated award gets a new credential. */
export const CredentialStanding = z.enum(['standing', 'suspended', 'revoked']);

/** Why a credential was suspended or revoked, as everybody may know it; the organisation's own note stays inside. */
export const PublicReason = z.enum([
  'irregularity',
  'identity_not_confirmed',
  'issued_in_error',
  'requested_by_holder',
  'under_review',
]);
export type PublicReason = z.output<typeof PublicReason>;

/** What became of a credential last; null while nothing did. */
const LastChange = z.object({ at: Instant, reason: PublicReason }).nullable();

/** What the holder lets others see on the hosted page; nothing to begin with. */
export const SharedFacts = z.strictObject({ name: z.boolean(), profile: z.boolean() });
export type SharedFacts = z.output<typeof SharedFacts>;

const ProfileSection = z.object({ id: z.string(), title: z.string(), points: z.number(), max: z.number() });

/** A credential as anybody sees it who has its address. */
export const CredentialPage = z.object({
  id: z.uuid(),
  /** Its stable address, which is also the signed document's id. */
  address: z.string(),
  /** The rung, and its place on the ladder. */
  credential: CredentialId,
  short: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  issuer: z.object({ id: z.string(), name: z.string(), url: z.string() }),
  issuedAt: Instant,
  expiresAt: Instant.nullable(),
  standing: CredentialStanding,
  lastChange: LastChange,
  /** The credential that took this one's place after a reinstatement. */
  replacedBy: z.uuid().nullable(),
  /** The exams whose passes it rests on; one, or for a granted rung several. */
  basis: z.array(z.object({ credential: CredentialId, short: z.string(), passedAt: Instant })),
  /** What was examined: sections with their objectives; empty for a granted rung. */
  topics: z.array(z.object({ id: z.string(), title: z.string(), items: z.int(), objectives: z.array(z.string()) })),
  /** As the holder allows. */
  holderName: z.string().nullable(),
  profile: z.array(ProfileSection).nullable(),
});
export type CredentialPage = z.output<typeof CredentialPage>;

export const GetCredentialPage = {
  method: 'GET',
  path: '/api/credentials/:id',
  may: ['anyone'],
  summary: 'A credential as anybody sees it: what it attests, by whom, whether it stands, and what its holder shows',
  params: credentialParams,
  reply: CredentialPage,
} as const satisfies Endpoint;

/** A credential in its holder's hands. */
export const WalletEntry = CredentialPage.pick({
  id: true,
  address: true,
  credential: true,
  short: true,
  name: true,
  isDemo: true,
  issuedAt: true,
  expiresAt: true,
  standing: true,
  lastChange: true,
  replacedBy: true,
}).extend({
  issuerName: z.string(),
  shares: SharedFacts,
  /** False for a granted rung, which has no profile of its own. */
  hasProfile: z.boolean(),
  /** Fills in LinkedIn's form; opened only by the holder's click. */
  addToProfile: z.string(),
});
export type WalletEntry = z.output<typeof WalletEntry>;

export const GetWallet = {
  method: 'GET',
  path: '/api/wallet',
  may: ['candidate'],
  summary: 'The credentials of the person signed in, newest first',
  reply: z.object({
    credentials: z.array(WalletEntry),
    /** Awards whose credential is being made just now. */
    pending: z.array(CredentialId),
  }),
} as const satisfies Endpoint;

/** Takes effect at once, the other way too. */
export const ShareCredential = {
  method: 'PUT',
  path: '/api/wallet/:id/shares',
  may: ['candidate'],
  summary: 'What the hosted page of a credential of one’s own shows about its holder',
  params: credentialParams,
  body: SharedFacts,
  reply: WalletEntry,
} as const satisfies Endpoint;
