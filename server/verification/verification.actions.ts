import type { Body, GetTrustedIssuers, Reply, VerificationReport, Verify } from '@pyladder/contract';
import type { Report, StatusSource } from '@pyladder/credentials';
import { FetchFault, VerifiersBusy } from '@pyladder/credentials/node';
import { Refusal } from '@pyladder/exam';
import { addressesBelow, readCredentialAddress } from '../credentials/addresses.ts';
import {
  findChange,
  findDocument,
  findReplacement,
  ownIssuer,
  readOwnStatusList,
} from '../credentials/credentials.actions.ts';
import type { Deps } from '../deps.ts';
import { TooMuchAtOnce, type Verification } from './verification.ts';

/** How the path of a credential ends where a person copied that of its picture or its certificate, or wrote a slash too many. */
const ENDING = /(\.(png|svg|pdf)|\/)$/i;

/**
 * Verifies one credential, whoever issued it. What is this installation's own is read from its database.
 *
 * @throws Refusal not_found | address_not_allowed | address_not_reachable
 * @throws TooMuchAtOnce
 */
export async function verify(
  deps: Deps,
  verification: Verification,
  request: Body<typeof Verify>,
): Promise<VerificationReport> {
  const input = await readInput(deps, verification, request);
  const own = await ownIssuer(deps);
  const trusted = await verification.listTrusted(own);
  const status: StatusSource = async (address) =>
    (await readOwnStatusList(deps, address)) ?? verification.readList(address);
  const now = await deps.clock.now(deps.db);
  const report = await verification.verifiers.verify(input, { trusted, status, now }).catch((error: unknown) => {
    throw error instanceof VerifiersBusy ? new TooMuchAtOnce() : error;
  });
  return { ...report, checkedAt: now.toISOString(), ...(await findHistory(deps, own.id, report)) };
}

/** This installation and the issuers of its configuration, as far as their keys are known. */
export async function listTrustedIssuers(
  deps: Deps,
  { trust }: Verification,
): Promise<Reply<typeof GetTrustedIssuers>> {
  const own = await ownIssuer(deps);
  const { issuers, unreachable } = await trust.list();
  const others = issuers.filter(({ id }) => id !== own.id);
  return {
    issuers: [
      { ...own, keys: [...own.keys], isOwn: true, isDemo: deps.installation.isDemo },
      ...others.map((issuer) => ({ ...issuer, keys: [...issuer.keys], isOwn: false, isDemo: false })),
    ],
    unreachable: unreachable.map(({ name }) => name),
  };
}

async function readInput(
  deps: Deps,
  verification: Verification,
  request: Body<typeof Verify>,
): Promise<Uint8Array | string> {
  if ('text' in request) return request.text;
  if ('file' in request) return Buffer.from(request.file, 'base64');
  const ownId = readOwnId(deps, request.address);
  if (ownId !== null) {
    const document = await findDocument(deps, ownId);
    if (document === null) throw new Refusal('not_found');
    return document;
  }
  try {
    return await verification.fetchCredential(request.address);
  } catch (error) {
    if (error instanceof FetchFault) throw refusalOf(error);
    throw error;
  }
}

/** The id in an address of our own, however a person wrote it: with capital letters in the host, or a place in the page. */
function readOwnId({ issuer }: Deps, address: string): string | null {
  const url = URL.parse(address);
  return url === null
    ? null
    : readCredentialAddress(issuer.address, `${url.origin}${url.pathname}`.replace(ENDING, ''));
}

/** Codes only: an address may hold anything, and whoever asked knows it. */
function refusalOf({ code, detail }: FetchFault): Refusal {
  const isOurRule = ['address_malformed', 'https_required', 'origin_not_allowed', 'private_address'].includes(code);
  if (isOurRule) return new Refusal('address_not_allowed', { reason: code });
  return new Refusal('address_not_reachable', { reason: code, ...(detail !== null && { detail }) });
}

/** What became of a credential of our own, once it is known to be ours. */
async function findHistory(
  deps: Deps,
  ownIssuerId: string,
  { verdict, claims }: Report,
): Promise<Pick<VerificationReport, 'change' | 'replacedBy'>> {
  const isGenuine = !['not_understood', 'forged', 'unknown_issuer'].includes(verdict);
  const isOwn = isGenuine && claims?.issuerId === ownIssuerId && claims.id !== null;
  const id = isOwn ? readCredentialAddress(deps.issuer.address, claims.id ?? '') : null;
  if (id === null) return { change: null, replacedBy: null };
  const change = await findChange(deps, id);
  const replacement = await findReplacement(deps, id);
  return {
    change: change && { at: change.at.toISOString(), reason: change.reason },
    replacedBy: replacement && addressesBelow(deps.issuer.address).credential(replacement),
  };
}
