import { ReadAuditLog } from '@pyladder/contract';
import { Refusal } from '@pyladder/exam';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { readAuditLog, readHead } from './audit-log.actions.ts';

/** The audit log for administrators, and its newest seal for everybody. */
export function auditRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, ReadAuditLog, (_who, { body }) => readAuditLog(deps, body));

  app.get('/.well-known/audit-head.json', { schema: { hide: true } }, async (_request, reply) => {
    const head = await readHead(deps);
    if (head === null) throw new Refusal('not_found');
    reply.header('cache-control', 'public, max-age=10').header('access-control-allow-origin', '*');
    return reply.type('application/json; charset=utf-8').send(head);
  });
}
