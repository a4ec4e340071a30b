import { type CredentialView, GetLadder, GetReferences, type LadderView } from '@pyladder/contract';
import { type Credential, isGranted, Refusal } from '@pyladder/exam';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';

/** What of an exam this installation can hold now. */
export type Offers = { real: boolean; mock: boolean };

/** The public picture of the ladder. */
export function ladderRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, GetLadder, () => viewLadder(deps));
  route(app, deps, GetReferences, (_who, { params: { credential } }) => {
    const found = Object.hasOwn(deps.readingLists, credential) ? deps.readingLists[credential] : undefined;
    if (found === undefined) throw new Refusal('not_found');
    return found;
  });
}

/** The ladder as anyone may see it, with what this installation offers now. */
export function viewLadder(deps: Pick<Deps, 'ladder' | 'banks'>): LadderView {
  const { id, title, credentials } = deps.ladder;
  return {
    id,
    title,
    credentials: credentials.map((credential) => credentialView(credential, (of) => offersOf(deps, of))),
  };
}

/** What of an exam can be held now: its pools are there, and large enough. */
export function offersOf({ banks }: Pick<Deps, 'banks'>, id: string): Offers {
  return {
    real: banks.inForce('exam')?.offered.has(id) ?? false,
    mock: banks.inForce('practice')?.offered.has(id) ?? false,
  };
}

function credentialView(credential: Credential, offersOf: (credentialId: string) => Offers): CredentialView {
  return isGranted(credential) ? credential : { ...credential, offers: offersOf(credential.id) };
}
