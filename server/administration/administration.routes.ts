import { FindPeople, GetPersonRecord, GrantExtraTime } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findPeople, getPersonRecord, grantExtraTime } from './people.actions.ts';

/** What administrators do about people. */
export function administrationRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, FindPeople, ({ candidateId: actorId }, { body }) => findPeople(deps, actorId, body.text));
  route(app, deps, GetPersonRecord, ({ candidateId: actorId }, { params }) =>
    getPersonRecord(deps, actorId, params.candidateId),
  );
  route(app, deps, GrantExtraTime, ({ candidateId: actorId }, { params, body }) =>
    grantExtraTime(deps, { actorId, ...params, ...body }),
  );
}
