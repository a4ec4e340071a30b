import { type Body, type Endpoint, type Params, Problem, type Reply } from '@pyladder/contract';
import { Refusal } from '@pyladder/exam';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { admit, type Who } from './callers.ts';
import { isFromProgram } from './origins.ts';
import { sendProblem } from './problems.ts';

/** What came in, checked by the contract; the raw request and reply for what a contract does not speak of (cookies). */
export type Incoming<E extends Endpoint> = {
  params: Params<E>;
  body: Body<E>;
  request: FastifyRequest;
  reply: FastifyReply;
};

export type Handler<E extends Endpoint> = (who: Who<E>, incoming: Incoming<E>) => Promise<Reply<E>> | Reply<E>;

export type RouteOptions = {
  /** Statuses besides 200 that carry the contract's reply. */
  alsoStatus?: number;
  /** Of the body, where the usual limit is too narrow. */
  bodyLimit?: number;
  /** Programs that are no browser may call too, which name no origin; only where anyone may, and nothing is changed. */
  alsoFrom?: 'programs';
  /** What has to be so before the body is read, besides who calls. @throws Refusal */
  beforeBody?: (request: FastifyRequest) => Promise<void>;
};

const Nothing = z.strictObject({});

/**
 * Mounts one endpoint of the contract; nothing is mounted in any other way. Who may call is read from the contract and
 * checked before the body is read; params, query and body are checked strictly; of the reply only what the contract
 * declares goes out.
 */
export function route<E extends Endpoint>(
  app: FastifyInstance,
  deps: Deps,
  endpoint: E,
  handle: Handler<E>,
  { alsoStatus, bodyLimit, alsoFrom, beforeBody }: RouteOptions = {},
): void {
  const { method, path, may, summary, params, body, reply } = endpoint;
  app.route({
    method,
    url: path,
    ...(bodyLimit && { bodyLimit }),
    schema: {
      summary,
      params: params ?? Nothing,
      querystring: Nothing,
      ...(body && { body }),
      response: { 200: reply, ...(alsoStatus && { [alsoStatus]: reply }), default: Problem },
    },
    onRequest: async (request, response) => {
      response.header('cache-control', 'no-store');
      const isOpen = alsoFrom === 'programs' && isFromProgram(request);
      request.setDecorator('who', isOpen ? null : await admit(deps, may, request));
      await beforeBody?.(request);
    },
    preValidation: async (request, response) => {
      if (body || isNothing(request.body)) return;
      const issues = [{ path: 'body', message: 'this endpoint takes none' }];
      return sendProblem(response, 400, { code: 'invalid_request', detail: {}, issues });
    },
    handler: async (request, response) => {
      const who = request.getDecorator<Who<E>>('who');
      requireSameSitting(who, request.params);
      return handle(who, { params: request.params, body: request.body, request, reply: response } as Incoming<E>);
    },
  });
}

function isNothing(body: unknown): boolean {
  return body === undefined || body === null || Nothing.safeParse(body).success;
}

/** A token opens one sitting; any other one looks to its bearer as if it did not exist. */
function requireSameSitting(who: object | null, params: unknown): void {
  if (who === null || !('sittingId' in who)) return;
  if ((params as { sittingId?: string }).sittingId !== who.sittingId) throw new Refusal('not_found');
}
