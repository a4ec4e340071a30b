import { GrantTime, ListLiveSittings, PauseSitting, ResumeSitting } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { grantTime, listLiveSittings, pauseSitting, resumeSitting } from '../sittings/timing.actions.ts';

/** What examiners do while sittings go on. */
export function staffRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, ListLiveSittings, () => listLiveSittings(deps));
  route(app, deps, GrantTime, ({ candidateId: actorId }, { params, body: { seconds, reason } }) =>
    grantTime(deps, { actorId, reason, ...params }, seconds),
  );
  route(app, deps, PauseSitting, ({ candidateId: actorId }, { params, body }) =>
    pauseSitting(deps, { actorId, ...params, ...body }),
  );
  route(app, deps, ResumeSitting, ({ candidateId: actorId }, { params, body }) =>
    resumeSitting(deps, { actorId, ...params, ...body }),
  );
}
