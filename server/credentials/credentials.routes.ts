import { GetCredentialPage, GetWallet, ShareCredential } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { getCredentialPage } from './credential-page.actions.ts';
import { getWallet, shareCredential } from './wallet.actions.ts';

/** What anybody sees of a credential, and what its holder decides about that. */
export function credentialRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, GetCredentialPage, (_who, { params: { id } }) => getCredentialPage(deps, id));
  route(app, deps, GetWallet, (person) => getWallet(deps, person));
  route(app, deps, ShareCredential, (person, { params: { id }, body }) =>
    shareCredential(deps, person, { id, shares: body }),
  );
}
