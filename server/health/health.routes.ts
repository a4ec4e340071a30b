import { GetHealth } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { readDatabasePart } from './database-part.ts';
import { overallStatus } from './readiness.ts';
import { VERSION } from './version.ts';

/** Whether this node can serve everything: 200 only then. */
export function healthRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, readiness } = deps;
  route(
    app,
    deps,
    GetHealth,
    async (_who, { reply }) => {
      const database = await readDatabasePart(db);
      const status = overallStatus(readiness, database);
      reply.code(status === 'ready' ? 200 : 503);
      const { practiceBank, examBank } = readiness;
      return { status, database, practiceBank, examBank, version: VERSION };
    },
    { alsoStatus: 503 },
  );
}
