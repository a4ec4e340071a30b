import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Clock } from './sittings.ts';
import { CredentialId, Purpose, SittingState, typedText } from './words.ts';

const sittingParams = z.strictObject({ sittingId: z.uuid() });
const Reason = typedText(500).trim().min(3);

export const ListLiveSittings = {
  method: 'GET',
  path: '/api/staff/sittings',
  may: ['examiner', 'administrator'],
  summary: 'Sittings going on now',
  reply: z.object({
    sittings: z.array(
      z.object({
        id: z.uuid(),
        candidateId: z.uuid(),
        credential: CredentialId,
        purpose: Purpose,
        state: SittingState,
        clock: Clock,
        answers: z.int(),
      }),
    ),
  }),
} as const satisfies Endpoint;

/** What staff may do to somebody's running sitting: always with a reason, which the audit log keeps. */
const change = {
  method: 'POST',
  may: ['examiner', 'administrator'],
  params: sittingParams,
  body: z.strictObject({ reason: Reason }),
  reply: z.object({ state: SittingState, clock: Clock }),
} as const;

export const GrantTime = {
  ...change,
  path: '/api/staff/sittings/:sittingId/grants',
  summary: 'Give a running sitting more time',
  body: change.body.extend({
    seconds: z
      .int()
      .min(60)
      .max(4 * 3600),
  }),
} as const satisfies Endpoint;

export const PauseSitting = {
  ...change,
  path: '/api/staff/sittings/:sittingId/pause',
  summary: 'Stop the clock of a running sitting',
} as const satisfies Endpoint;

export const ResumeSitting = {
  ...change,
  path: '/api/staff/sittings/:sittingId/resume',
  summary: 'Let the clock of a paused sitting run again',
} as const satisfies Endpoint;
