import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { CredentialId } from './words.ts';

/** Something worth reading on an objective, chosen by people who know it. */
export const ReferenceView = z.object({
  kind: z.enum(['documentation', 'book', 'repository', 'pep']),
  title: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  /** What a learner finds there, in a sentence. */
  why: z.string(),
  /** Day on which the address was last opened (YYYY-MM-DD), or null where nobody wrote it down. */
  accessed: z.string().nullable(),
});
export type ReferenceView = z.output<typeof ReferenceView>;

/** What to read for the objectives of one exam; objectives without a reference are left out. */
export const ReferencesView = z.object({
  objectives: z.array(
    z.object({ section: z.string(), objective: z.string(), references: z.array(ReferenceView).min(1) }),
  ),
});
export type ReferencesView = z.output<typeof ReferencesView>;

export const GetReferences = {
  method: 'GET',
  path: '/api/ladder/:credential/references',
  may: ['anyone'],
  summary: 'Books, documentation and repositories for the objectives of one exam',
  params: z.strictObject({ credential: CredentialId }),
  reply: ReferencesView,
} as const satisfies Endpoint;
