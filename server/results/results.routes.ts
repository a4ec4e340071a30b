import { GetDebrief, GetResult } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { getDebrief, getResult } from './results.actions.ts';

/** What a candidate learns after a sitting. */
export function resultRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, GetResult, ({ candidateId }, { params }) => getResult(deps, { candidateId, ...params }));
  route(app, deps, GetDebrief, ({ candidateId }, { params }) => getDebrief(deps, { candidateId, ...params }));
}
