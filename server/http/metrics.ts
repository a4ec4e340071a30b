import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { isLoopback } from './origins.ts';
import { sendProblem } from './problems.ts';

/**
 * Counts and times requests by route, logs each at `info`, and shows the figures at `/metrics` to this machine only.
 * Neither holds an address, a name or an answer; routes are patterns, so they name no sitting.
 */
export function mountMetrics(app: FastifyInstance): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'pyladder_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its reply',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    const { id: requestId, method } = request;
    request.log.info(
      { requestId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isLocalCaller(request)) return sendProblem(reply, 404, { code: 'not_found', detail: {} });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  return registry;
}

/** Called from this machine and not through a proxy on it, which would lend its loopback address to everybody. */
function isLocalCaller({ socket, headers }: FastifyRequest): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return isLoopback(address) && !isForwarded;
}
