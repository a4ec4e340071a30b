import { ReinstateAward, RevokeAward, SuspendAward } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { reinstateAward, revokeAward, suspendAward } from './awards.actions.ts';

/** What administrators decide about awards. */
export function awardRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, SuspendAward, ({ candidateId: actorId }, { params, body }) =>
    suspendAward(deps, { actorId, ...params, ...body }),
  );
  route(app, deps, RevokeAward, ({ candidateId: actorId }, { params, body }) =>
    revokeAward(deps, { actorId, ...params, ...body }),
  );
  route(app, deps, ReinstateAward, ({ candidateId: actorId }, { params, body }) =>
    reinstateAward(deps, { actorId, ...params, ...body }),
  );
}
