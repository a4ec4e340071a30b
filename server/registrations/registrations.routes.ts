import { GetExamRules, GetRecord, Register, StartSitting } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { getExamRules, getRecord, register } from './registrations.actions.ts';
import { startSitting } from './start.actions.ts';

/** From the rules page to the first question. */
export function registrationRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, GetExamRules, (person, { params }) => getExamRules(deps, person, params));
  route(app, deps, GetRecord, (person) => getRecord(deps, person));
  route(app, deps, Register, (person, { body }) => register(deps, person, body));
  route(app, deps, StartSitting, (person, { params }) => startSitting(deps, person, params.registrationId));
}
