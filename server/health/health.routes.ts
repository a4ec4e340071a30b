import { GetHealth } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';

import { overallStatus } from './readiness.ts';
import { VERSION } from './version.ts';

/** Whether this node can serve everything: 200 only then. */
export function healthRoutes(app: FastifyInstance, deps: Deps): void {
  const { readiness } = deps;
  route(
    app,
    deps,
    GetHealth,
    (_who, { reply }) => {
      const status = overallStatus(readiness);
      reply.code(status === 'ready' ? 200 : 503);
      const { database, practiceBank, examBank } = readiness;
      return { status, database, practiceBank, examBank, version: VERSION };
    },
    { alsoStatus: 503 },
  );
}
