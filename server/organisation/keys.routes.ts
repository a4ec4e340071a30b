import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { listSealingKeys } from './issuer-keys.queries.ts';

/**
 * The public keys of receipts and seals, at the address where any JWS verifier looks for them. Those of credentials stand
 * in the issuer's DID document, where verifiers of credentials look.
 *
 * @see RFC 7517 section 5 (JWK Set), RFC 8615 (well-known addresses)
 */
export function keyRoutes(app: FastifyInstance, { db, installation }: Deps): void {
  app.get('/.well-known/jwks.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*');
    return reply.type('application/jwk-set+json').send({ keys: await listSealingKeys(db, installation.issuerId) });
  });
}
