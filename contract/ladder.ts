import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { CredentialId } from './words.ts';

const ObjectiveView = z.object({ id: z.string(), title: z.string(), from: z.enum(['article', 'added']) });
const SectionView = z.object({ id: z.string(), title: z.string(), items: z.int(), objectives: z.array(ObjectiveView) });
const ExamView = z.object({
  items: z.int(),
  minutes: z.int(),
  passMark: z.number(),
  feeCents: z.int(),
  currency: z.string(),
  delivery: z.array(z.enum(['online', 'centre', 'remote'])),
  partialCredit: z.boolean(),
});

const ExamCredentialView = z.object({
  id: CredentialId,
  name: z.string(),
  short: z.string(),
  requires: z.array(CredentialId),
  advises: z.array(CredentialId),
  exam: ExamView,
  retakeDays: z.int(),
  sections: z.array(SectionView),
  /** True if this installation can hold a real exam and a mock exam of it (its pools are large enough). */
  offers: z.object({ real: z.boolean(), mock: z.boolean() }),
});
const GrantedCredentialView = z.object({
  id: CredentialId,
  name: z.string(),
  short: z.string(),
  grantedBy: z.array(CredentialId),
});

export const LadderView = z.object({
  id: z.string(),
  title: z.string(),
  credentials: z.array(z.union([ExamCredentialView, GrantedCredentialView])),
});
export type LadderView = z.output<typeof LadderView>;
export type CredentialView = LadderView['credentials'][number];
export type ExamCredentialView = z.output<typeof ExamCredentialView>;

export const GetLadder = {
  method: 'GET',
  path: '/api/ladder',
  may: ['anyone'],
  summary: 'The whole ladder: every rung, its exam, sections and objectives',
  reply: LadderView,
} as const satisfies Endpoint;
