import { z } from 'zod';
import { PublicReason } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { Instant } from './words.ts';

/** In the order of trust: the first that holds is the verdict. */
export const Verdict = z.enum([
  'not_understood',
  'forged',
  'unknown_issuer',
  'revoked',
  'suspended',
  'expired',
  'valid',
]);
export type Verdict = z.output<typeof Verdict>;

/** One thing that was looked at. `unknown`: it could not be; `skipped`: an earlier check made it pointless. */
export const Check = z.object({
  name: z.enum(['format', 'signature', 'issuer', 'status', 'dates']),
  result: z.enum(['passed', 'failed', 'unknown', 'skipped']),
  /** Stable; words for people are the reader's, by code. */
  code: z.string(),
  detail: z.record(z.string(), z.string()),
});
export type Check = z.output<typeof Check>;

/** What a credential says of itself, read only as text: believe it no further than the verdict goes. */
export const Claims = z.object({
  id: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  issuerId: z.string(),
  issuerName: z.string().nullable(),
  achievementName: z.string().nullable(),
  criteria: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  isDemo: z.boolean(),
});
export type Claims = z.output<typeof Claims>;

export const VerificationReport = z.object({
  verdict: Verdict,
  /** True if everything was looked at; a valid credential whose status could not be asked for may have been revoked. */
  complete: z.boolean(),
  checks: z.array(Check),
  claims: Claims.nullable(),
  checkedAt: Instant,
  /** Known for credentials of this installation only. */
  change: z.object({ at: Instant, reason: PublicReason }).nullable(),
  replacedBy: z.string().nullable(),
});
export type VerificationReport = z.output<typeof VerificationReport>;

/** One credential in one of these forms; a file's bytes are sent in base64. */
export const Verify = {
  method: 'POST',
  path: '/api/verify',
  may: ['anyone'],
  summary: 'Verify a credential: its JSON or JWT as text, a PNG, SVG, PDF or JSON file, or its address',
  body: z.union([
    z.strictObject({ text: z.string().min(1).max(1_000_000) }),
    z.strictObject({ file: z.base64().max(8_000_000) }),
    z.strictObject({ address: z.url().max(2_000) }),
  ]),
  reply: VerificationReport,
} as const satisfies Endpoint;

/** Everything a browser needs to verify without asking anybody. */
export const GetTrustedIssuers = {
  method: 'GET',
  path: '/api/trusted-issuers',
  may: ['anyone'],
  summary: 'The issuers this installation trusts, with their public keys: itself, and those of its configuration',
  reply: z.object({
    issuers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        isOwn: z.boolean(),
        isDemo: z.boolean(),
        keys: z.array(z.object({ id: z.string(), publicKeyMultibase: z.string() })),
      }),
    ),
    /** Addresses of issuers of the configuration that could not be reached. */
    unreachable: z.array(z.string()),
  }),
} as const satisfies Endpoint;
