import { GetAnswerRecord, GetSitting, GetSittingClock, SaveProgress, SubmitSitting } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { saveProgress } from './saves/saves.actions.ts';
import { getAnswerRecord, getSitting, getSittingClock, submitSitting } from './sittings.actions.ts';

/** The exam room. A token's bearer and a signed-in person are the same to it: both bring the candidate's id. */
export function sittingRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, GetSitting, ({ candidateId }, { params }) => getSitting(deps, { candidateId, ...params }));
  route(app, deps, GetAnswerRecord, ({ candidateId }, { params }) => getAnswerRecord(deps, { candidateId, ...params }));
  route(app, deps, GetSittingClock, (bearer) => getSittingClock(deps, bearer));
  route(app, deps, SaveProgress, (bearer, { body }) => saveProgress(deps, bearer, body));
  route(app, deps, SubmitSitting, (bearer) => submitSitting(deps, bearer));
}
