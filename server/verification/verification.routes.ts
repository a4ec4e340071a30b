import { GetTrustedIssuers, Verify } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { requireAttemptsLeft } from '../identity/attempts.ts';
import { verifyLimits } from './limits.ts';
import { listTrustedIssuers, verify } from './verification.actions.ts';
import { openVerification } from './verification.ts';

/** The largest file of the contract, in base64, with the JSON around it. */
const BODY_LIMIT_BYTES = 8_000_000 + 1024;

/** Whether a credential is true, for anybody; and whose word is taken here. */
export function verificationRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, installation, issuer, settings, log } = deps;
  const others = settings.trustedIssuers.filter((name) => name !== issuer.did && name !== issuer.address);
  const verification = openVerification({ trustedIssuers: others, log });
  app.addHook('onClose', () => verification.close());
  route(app, deps, Verify, (_who, { body }) => verify(deps, verification, body), {
    bodyLimit: BODY_LIMIT_BYTES,
    alsoFrom: 'programs',
    beforeBody: ({ ip, headers }) => {
      const length = headers['content-length'];
      const limits = verifyLimits(ip, length === undefined ? null : Number(length));
      return requireAttemptsLeft(db, installation.cookieSecret, limits);
    },
  });
  route(app, deps, GetTrustedIssuers, () => listTrustedIssuers(deps, verification));
}
