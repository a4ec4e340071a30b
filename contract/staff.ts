import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Clock } from './sittings.ts';
import { CredentialId, Instant, Purpose, SittingState, typedText } from './words.ts';

const sittingParams = z.strictObject({ sittingId: z.uuid() });
const Reason = typedText(500).trim().min(3);
const Changed = z.object({ state: SittingState, clock: Clock });

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
        startedAt: Instant,
        deadline: Instant.nullable(),
        answers: z.int(),
      }),
    ),
  }),
} as const satisfies Endpoint;

export const GrantTime = {
  method: 'POST',
  path: '/api/staff/sittings/:sittingId/grants',
  may: ['examiner', 'administrator'],
  summary: 'Give a running sitting more time',
  params: sittingParams,
  body: z.strictObject({
    seconds: z
      .int()
      .min(60)
      .max(4 * 3600),
    reason: Reason,
  }),
  reply: Changed,
} as const satisfies Endpoint;

export const PauseSitting = {
  method: 'POST',
  path: '/api/staff/sittings/:sittingId/pause',
  may: ['examiner', 'administrator'],
  summary: 'Stop the clock of a running sitting',
  params: sittingParams,
  body: z.strictObject({ reason: Reason }),
  reply: Changed,
} as const satisfies Endpoint;

export const ResumeSitting = {
  method: 'POST',
  path: '/api/staff/sittings/:sittingId/resume',
  may: ['examiner', 'administrator'],
  summary: 'Let the clock of a paused sitting run again',
  params: sittingParams,
  body: z.strictObject({ reason: Reason }),
  reply: Changed,
} as const satisfies Endpoint;
