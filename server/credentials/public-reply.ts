import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type PublicBody = {
  type: string;
  body: string | Uint8Array;
  /** For how long anybody may keep it without asking again. */
  maxAgeSeconds: number;
  /** A name for whoever keeps it as a file. */
  fileName?: string;
};

/** Lets pages of every origin read and show what is meant for everybody. Set first, so that refusals can be read too. */
export function openToAll(reply: FastifyReply): void {
  reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
}

/** Sends what is meant for everybody. */
export function sendPublic(request: FastifyRequest, reply: FastifyReply, body: PublicBody): FastifyReply {
  openToAll(reply);
  return sendKnown(request, reply, body);
}

/** Sends what a caller may keep; who has it already gets nothing again. */
export function sendKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, maxAgeSeconds, fileName }: PublicBody,
): FastifyReply {
  const bytes = Buffer.from(body);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  reply.headers({
    etag,
    'cache-control': maxAgeSeconds === 0 ? 'no-cache' : `public, max-age=${maxAgeSeconds}`,
    ...(fileName !== undefined && { 'content-disposition': `inline; filename="${fileName}"` }),
  });
  if (request.headers['if-none-match']?.split(/,\s*/).some((known) => known.replace(/^W\//, '') === etag)) {
    return reply.code(304).send();
  }
  return reply.type(type).send(bytes);
}
