import { type CredentialView, GetLadder, type LadderView } from '@pyladder/contract';
import { type Credential, isGranted, type Ladder } from '@pyladder/exam';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';

/** What of an exam this installation can hold now. */
export type Offers = { real: boolean; mock: boolean };

/** The public picture of the ladder. */
export function ladderRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, GetLadder, () => ladderView(deps.ladder, (id) => offersOf(deps, id)));
}

function offersOf({ banks }: Deps, id: string): Offers {
  return {
    real: banks.inForce('exam')?.offered.has(id) ?? false,
    mock: banks.inForce('practice')?.offered.has(id) ?? false,
  };
}

/** The ladder as anyone may see it. */
function ladderView({ id, title, credentials }: Ladder, offersOf: (credentialId: string) => Offers): LadderView {
  return { id, title, credentials: credentials.map((credential) => credentialView(credential, offersOf)) };
}

function credentialView(credential: Credential, offersOf: (credentialId: string) => Offers): CredentialView {
  return isGranted(credential) ? credential : { ...credential, offers: offersOf(credential.id) };
}
