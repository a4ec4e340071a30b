import { z } from 'zod';
import { DebriefItem } from './debriefs.ts';
import type { Endpoint } from './endpoint.ts';
import { ItemView, Response } from './items.ts';
import { CredentialId, Sha256 } from './words.ts';

/**
 * Chooses what is drawn: the same number draws the same questions as long as the bank stays, so that nothing is remembered
 * of anybody and caches may answer.
 */
const Draw = z.coerce.number().int().min(0).max(99_999);

/** A question to try at once, without an account. `item` and `draw` name it when it is answered. */
const TrialQuestion = z.object({ item: Sha256, draw: z.int(), view: ItemView });
export type TrialQuestion = z.output<typeof TrialQuestion>;

/** 404 if there is nothing to practise for this credential. */
export const GetTrialQuestions = {
  method: 'GET',
  path: '/api/trials/:credential/:draw',
  may: ['anyone'],
  summary: 'Three practice questions of different topics, without keys',
  params: z.strictObject({ credential: CredentialId, draw: Draw }),
  reply: z.object({ questions: z.array(TrialQuestion) }),
} as const satisfies Endpoint;

/** The same question again where its template has no other variant. 404 if the item is not of the practice bank (any more). */
export const GetTrialVariant = {
  method: 'GET',
  path: '/api/trials/:credential/:draw/variants/:item',
  may: ['anyone'],
  summary: 'Another variant of a practice question, without its key',
  params: z.strictObject({ credential: CredentialId, draw: Draw, item: Sha256 }),
  reply: TrialQuestion,
} as const satisfies Endpoint;

/** Nothing is kept. 404 if the item is not of the practice bank (any more); 422 if the answer is not one to it. */
export const AnswerTrialQuestion = {
  method: 'POST',
  path: '/api/trials/:credential/:draw/answers/:item',
  may: ['anyone'],
  summary: 'What an answer to a practice question was worth, and why: its debrief',
  params: z.strictObject({ credential: CredentialId, draw: Draw, item: Sha256 }),
  body: z.strictObject({ response: Response }),
  reply: DebriefItem,
} as const satisfies Endpoint;
