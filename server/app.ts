import { randomUUID } from 'node:crypto';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { administrationRoutes } from './administration/administration.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { awardRoutes } from './awards/awards.routes.ts';
import { credentialRoutes } from './credentials/credentials.routes.ts';
import { hostingRoutes } from './credentials/hosting.routes.ts';
import type { Deps } from './deps.ts';
import { healthRoutes } from './health/health.routes.ts';
import { mountCompression } from './http/compression.ts';
import { mountMetrics } from './http/metrics.ts';
import { mountOpenApi } from './http/openapi.ts';
import { mountProblems, sendFailure } from './http/problems.ts';
import { mountSecurityHeaders } from './http/security-headers.ts';
import { identityRoutes } from './identity/identity.routes.ts';
import { ladderRoutes } from './ladder/ladder.routes.ts';
import { keyRoutes } from './organisation/keys.routes.ts';
import { proofRoutes } from './proofs/proofs.routes.ts';
import { registrationRoutes } from './registrations/registrations.routes.ts';
import { resultRoutes } from './results/results.routes.ts';
import { siteRoutes } from './site/site.routes.ts';
import { sittingRoutes } from './sittings/sittings.routes.ts';
import { staffRoutes } from './staff/staff.routes.ts';
import { trialRoutes } from './trials/trials.routes.ts';
import { verificationRoutes } from './verification/verification.routes.ts';

/** Ample for any request of the contract but a hundred long notes at once, which a client sends in several. */
const BODY_LIMIT_BYTES = 64 * 1024;
/** A request that waits this long for its turn is better told to come back than kept. */
const DROWNING_MS = 2000;

/** The whole HTTP application, mounted and ready to serve. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { log, settings } = deps;
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    frameworkErrors: sendFailure,
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('who', null);
  // JSON is the only language spoken; without this, text/plain would be read too, which foreign forms can send.
  app.removeContentTypeParser('text/plain');

  mountSecurityHeaders(app, settings.publicUrl);
  mountCompression(app);
  mountProblems(app);
  mountMetrics(app);
  await app.register(underPressure, { maxEventLoopDelay: DROWNING_MS });
  await mountOpenApi(app);

  healthRoutes(app, deps);
  keyRoutes(app, deps);
  ladderRoutes(app, deps);
  identityRoutes(app, deps);
  registrationRoutes(app, deps);
  sittingRoutes(app, deps);
  resultRoutes(app, deps);
  staffRoutes(app, deps);
  administrationRoutes(app, deps);
  awardRoutes(app, deps);
  auditRoutes(app, deps);
  credentialRoutes(app, deps);
  hostingRoutes(app, deps);
  verificationRoutes(app, deps);
  trialRoutes(app, deps);
  proofRoutes(app, deps);
  siteRoutes(app, deps);

  await app.ready();
  return app;
}
