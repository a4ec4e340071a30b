import { EraseAccount, GetMe, type Me, SignIn, SignOut, SignUp } from '@pyladder/contract';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { route } from '../http/route.ts';
import { eraseAccount } from './erasure.actions.ts';
import type { Person } from './identity.ts';

/** Making and erasing an account, signing in and out, and who one is. */
export function identityRoutes(app: FastifyInstance, deps: Deps): void {
  const { identity } = deps;

  route(app, deps, GetMe, async (_who, { request, reply }) => {
    const { person, cookies } = await identity.refreshSession(request.headers);
    reply.header('set-cookie', cookies);
    return meOf(person);
  });

  route(app, deps, SignUp, async (_who, { body, request, reply }) => {
    const { person, cookies } = await identity.signUp(body, { address: request.ip, headers: request.headers });
    reply.header('set-cookie', cookies);
    return meOf(person);
  });

  route(app, deps, SignIn, async (_who, { body, request, reply }) => {
    const { person, cookies } = await identity.signIn(body, { address: request.ip, headers: request.headers });
    reply.header('set-cookie', cookies);
    return meOf(person);
  });

  route(app, deps, SignOut, async (_who, { request, reply }) => {
    reply.header('set-cookie', await identity.signOut(request.headers));
    return meOf(null);
  });

  route(app, deps, EraseAccount, async (person, { body: { password }, request, reply }) => {
    await eraseAccount(deps, person, { password, address: request.ip });
    reply.header('set-cookie', await identity.signOut(request.headers));
    return meOf(null);
  });
}

/** What a person is told of themselves: the account's own id stays here. */
function meOf(person: Person | null): Me {
  if (person === null) return { person: null };
  const { candidateId, name, email, roles, extraTime } = person;
  return { person: { candidateId, name, email, roles, extraTime } };
}
