import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Deps } from './deps.ts';
import { healthRoutes } from './health/health.routes.ts';
import { mountProblems, sendFailure } from './http/problems.ts';
import { identityRoutes } from './identity/identity.routes.ts';
import { ladderRoutes } from './ladder/ladder.routes.ts';
import { keyRoutes } from './organisation/keys.routes.ts';

/** Ample for any request of the contract but a hundred long notes at once, which a client sends in several. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** The whole HTTP application, mounted and ready to listen. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    frameworkErrors: sendFailure,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('who', null);
  // JSON is the only language spoken; without this, text/plain would be read too, which foreign forms can send.
  app.removeContentTypeParser('text/plain');
  mountProblems(app);

  healthRoutes(app, deps);
  keyRoutes(app, deps);
  ladderRoutes(app, deps);
  identityRoutes(app, deps);

  await app.ready();
  return app;
}
