import type { Caller, Endpoint } from '@pyladder/contract';
import { Refusal } from '@pyladder/exam';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import type { Person } from '../identity/identity.ts';
import { readSittingToken } from '../sittings/token.ts';
import { requireOwnOrigin } from './origins.ts';

/** Somebody who showed a sitting token: known to own that one sitting, and nothing else is known of them. */
export type SittingBearer = { candidateId: string; sittingId: string };

/** What an endpoint learns of its caller: nothing where anyone may call, so that nothing is looked up in vain. */
export type Who<E extends Endpoint> = 'sitting-token' extends E['may'][number]
  ? SittingBearer
  : 'anyone' extends E['may'][number]
    ? null
    : Person;

/**
 * Finds out who calls and whether they may.
 *
 * @throws Refusal wrong_origin | not_signed_in | not_allowed | sitting_token_invalid
 */
export async function admit(
  deps: Deps,
  may: readonly Caller[],
  request: FastifyRequest,
): Promise<Person | SittingBearer | null> {
  // A token in a header is never sent by a browser of its own accord, so it needs no look at the origin.
  if (may.includes('sitting-token')) return readBearer(deps, request);
  requireOwnOrigin(request, deps.settings);
  if (may.includes('anyone')) return null;
  const person = await deps.identity.findPerson(request.headers);
  if (person === null) throw new Refusal('not_signed_in');
  if (!person.roles.some((role) => may.includes(role))) throw new Refusal('not_allowed');
  return person;
}

function readBearer({ installation }: Deps, { headers }: FastifyRequest): SittingBearer {
  const [scheme, token, ...rest] = (headers.authorization ?? '').split(' ');
  const isBearer = scheme?.toLowerCase() === 'bearer' && token !== undefined && rest.length === 0;
  const bearer = isBearer ? readSittingToken(installation.tokenSecret, token, new Date()) : null;
  if (bearer === null) throw new Refusal('sitting_token_invalid');
  return bearer;
}
