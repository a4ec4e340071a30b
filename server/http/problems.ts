import type { Problem } from '@pyladder/contract';
import { Refusal } from '@pyladder/exam';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isOutage } from './outages.ts';
import { REFUSAL_STATUS } from './refusals.ts';

/** A well-formed "no" of the HTTP layer itself, before any action is asked. */
const TRANSPORT_CODES: Readonly<Record<number, string>> = {
  404: 'not_found',
  413: 'request_too_large',
  414: 'request_too_large',
  415: 'unsupported_media_type',
  431: 'request_too_large',
  503: 'unavailable',
};

/** Ample for a batch to be done or an embedded database to come back. */
const RETRY_SECONDS = 2;

/** Turns everything thrown below into one shape of reply: the only place where a failure gets its status. */
export function mountProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, { code: 'not_found', detail: {} }));
}

/**
 * Answers a failed request: a refusal by its code, a broken contract as `invalid_request`, anything else as a bug,
 * whose particulars go to the log only.
 */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) {
    const wait = error.detail.retryAfterSeconds;
    if (typeof wait === 'number') reply.header('retry-after', wait);
    return sendProblem(reply, REFUSAL_STATUS[error.code], { code: error.code, detail: error.detail });
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message }) => ({
      path: `${error.validationContext ?? 'request'}${printable(instancePath)}`,
      message: message ?? 'is not as agreed',
    }));
    return sendProblem(reply, 400, { code: 'invalid_request', detail: {}, issues: issues.slice(0, 20) });
  }
  // Its sender hung up in the middle of it, which reads like a connection to the database that broke.
  if (request.raw.readableAborted) {
    request.log.info({ requestId: request.id }, 'request broken off by its sender');
    return sendProblem(reply, 400, { code: 'invalid_request', detail: {} });
  }
  const status = isOutage(error) ? 503 : statusOf(error);
  if (status === 503) {
    request.log.warn({ err: error, requestId: request.id }, 'request turned away');
    reply.header('retry-after', RETRY_SECONDS);
  }
  if (status !== null && (status < 500 || status === 503)) {
    return sendProblem(reply, status, { code: TRANSPORT_CODES[status] ?? 'invalid_request', detail: {} });
  }
  request.log.error({ err: error, requestId: request.id }, 'request failed');
  return sendProblem(reply, 500, { code: 'internal_error', detail: {}, requestId: request.id });
}

/** Sends past the route's reply schemas: those are for successes, and one of them could refuse this body. */
export function sendProblem(reply: FastifyReply, status: number, problem: Problem): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((body: Problem) => JSON.stringify(body))
    .send(problem);
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const { statusCode } = error as FastifyError;
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : null;
}

/** Paths may hold names that the caller made up, so they are cut and cannot break a line of a log. */
function printable(path: string): string {
  return path
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\u{fffd}')
    .slice(0, 200);
}
