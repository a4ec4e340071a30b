import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { jsonTypeFor, wantedJsonType } from './accepted-type.ts';
import { addressesBelow, readStatusAddress } from './addresses.ts';
import { sendCredential } from './hosted-credential.ts';
import { describeAchievement, describeIssuer, describeKeys } from './issuer-documents.ts';
import { openToAll, sendPublic } from './public-reply.ts';

/** Keys and profiles change with a set-up, lists with a revocation. */
const ISSUER_SECONDS = 300;
const STATUS_SECONDS = 60;

const HIDDEN = { schema: { hide: true } } as const;

/**
 * What anybody outside needs to check a credential, at the addresses that stand in it: not the API, but documents that
 * other people's programs and pages read.
 */
export function hostingRoutes(app: FastifyInstance, deps: Deps): void {
  const { issuer, statusLists } = deps;

  app.get('/.well-known/did.json', HIDDEN, async (request, reply) =>
    sendPublic(request, reply, {
      type: 'application/did+json',
      body: JSON.stringify(await describeKeys(deps)),
      maxAgeSeconds: ISSUER_SECONDS,
    }),
  );

  app.get('/issuer', HIDDEN, (request, reply) =>
    sendDocument(request, reply, JSON.stringify(describeIssuer(deps)), ISSUER_SECONDS),
  );

  app.get<{ Params: { credential: string } }>('/achievements/:credential', HIDDEN, (request, reply) => {
    openToAll(reply);
    const { credential } = request.params;
    const achievement = describeAchievement(deps, credential);
    if (achievement === null) return reply.callNotFound();
    reply.header('vary', 'accept');
    if (wantedJsonType(request.headers.accept) === null) {
      return reply.redirect(addressesBelow(issuer.address).rung(credential), 303);
    }
    return sendDocument(request, reply, JSON.stringify(achievement), ISSUER_SECONDS);
  });

  app.get<{ Params: { number: string; purpose: string } }>(
    '/status/:number/:purpose',
    HIDDEN,
    async (request, reply) => {
      openToAll(reply);
      const { number, purpose } = request.params;
      const named = readStatusAddress('', `/status/${number}/${purpose}`);
      const list = named === null ? null : await statusLists.read(named.number, named.purpose);
      if (list === null) return reply.callNotFound();
      return sendDocument(request, reply, list, STATUS_SECONDS);
    },
  );

  // Not `:name`, which would leave overlong ones to the site.
  app.get<{ Params: { '*': string } }>('/credentials/*', HIDDEN, (request, reply) =>
    sendCredential(deps, request, reply, request.params['*']),
  );
}

function sendDocument(request: FastifyRequest, reply: FastifyReply, body: string, maxAgeSeconds: number): FastifyReply {
  reply.header('vary', 'accept');
  return sendPublic(request, reply, { type: jsonTypeFor(request.headers.accept), body, maxAgeSeconds });
}
