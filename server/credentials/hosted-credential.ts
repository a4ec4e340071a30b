import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../http/problems.ts';
import { type Limit, networkOf, requireAttemptsLeft } from '../identity/attempts.ts';
import { wantedJsonType } from './accepted-type.ts';
import { getCredentialPage, shortOf, viewCredential } from './credential-page.actions.ts';
import { findCredentialById, findHolder, type KeptCredential, listBasis } from './credentials.queries.ts';
import { dayOf } from './day.ts';
import { sendCredentialPage, sendMissingPage } from './hosted-page.ts';
import type { Pictured } from './pictures.ts';
import { openToAll, sendPublic } from './public-reply.ts';
import { readSignedFacts } from './signed-facts.ts';

/** One slash more leads to the same page, as everywhere in the site. */
const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(json|png|svg|pdf)|\/)?$/i;

/** What is signed never changes. */
const DOCUMENT_SECONDS = 300;
/** A picture is not to be had any more once its credential is revoked. */
const PICTURE_SECONDS = 60;

/** A drawing that is opened by itself may style itself and do nothing else. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** A credential at its address: for people a page, for programs the signed document, by an ending one of its files. */
export async function sendCredential(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
): Promise<FastifyReply> {
  const [, id, ending] = NAME.exec(name) ?? [];
  const kept = id === undefined ? null : await findCredentialById(deps.db, deps.installation.issuerId, id);
  if (ending !== undefined) return sendFile(deps, request, reply, { kept, ending: ending.toLowerCase() });
  reply.header('vary', 'accept');
  const type = wantedJsonType(request.headers.accept);
  if (type === null) {
    if (kept === null) return sendMissingPage(deps, reply);
    return sendCredentialPage(deps, request, reply, await getCredentialPage(deps, kept.id));
  }
  openToAll(reply);
  if (kept === null) return sendMissing(reply);
  return sendPublic(request, reply, { type, body: kept.document, maxAgeSeconds: DOCUMENT_SECONDS });
}

/** A certificate with a name is made anew each time, by the thread that also keeps answers: more than people open. */
const certificateLimits = (ip: string): Limit[] => [
  { subject: `certificate from ${networkOf(ip)}`, most: 120, windowSeconds: 60 },
];

type File = { kept: KeptCredential | null; ending: string };

/** The document stays to be had for good, as evidence; what one would show off with goes with the revocation. */
async function sendFile(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { kept, ending }: File,
): Promise<FastifyReply> {
  openToAll(reply);
  if (kept === null) return sendMissing(reply);
  const fileName = `${kept.credential}-${kept.id}.${ending}`;
  if (ending === 'json') {
    const body = kept.document;
    return sendPublic(request, reply, { type: 'application/json', body, maxAgeSeconds: DOCUMENT_SECONDS, fileName });
  }
  if (kept.standing === 'revoked') {
    return sendProblem(reply, 410, { code: 'credential_revoked', detail: { reason: kept.reason ?? '' } });
  }
  if (ending === 'pdf') return sendCertificate(deps, request, reply, { kept, fileName });
  const { pictures } = deps;
  const pictured = picturedOf(deps, kept);
  if (ending === 'png') {
    const body = pictures.png(pictured);
    return sendPublic(request, reply, { type: 'image/png', body, maxAgeSeconds: PICTURE_SECONDS, fileName });
  }
  reply.header('content-security-policy', DRAWING_POLICY);
  const body = pictures.svg(pictured);
  return sendPublic(request, reply, { type: 'image/svg+xml', body, maxAgeSeconds: PICTURE_SECONDS, fileName });
}

/** With the holder's name for the holder, and for others only while it is shared; so nobody may keep it for others. */
async function sendCertificate(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { kept, fileName }: { kept: KeptCredential; fileName: string },
): Promise<FastifyReply> {
  const { db, identity, installation, pictures } = deps;
  await requireAttemptsLeft(db, installation.cookieSecret, certificateLimits(request.ip));
  const holder = await findHolder(db, kept.candidateId);
  const reader = request.headers.cookie === undefined ? null : await identity.findPerson(request.headers);
  const isShared = holder?.shares.some(({ credentialId, name }) => credentialId === kept.id && name) ?? false;
  const basis = await listBasis(db, kept);
  const certificate = await pictures.pdf(picturedOf(deps, kept), {
    holderName: isShared || reader?.candidateId === kept.candidateId ? (holder?.name ?? null) : null,
    basis: basis.map(({ credential, passedAt }) => ({ short: shortOf(deps, credential), passedAt })),
  });
  reply.headers({
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    'content-disposition': `inline; filename="${fileName}"`,
    vary: 'cookie',
  });
  return reply.type('application/pdf').send(Buffer.from(certificate));
}

function picturedOf(deps: Deps, kept: KeptCredential): Pictured {
  const { id, credential, isDemo, document, issuedAt, expiresAt } = kept;
  const { address, short, name } = viewCredential(deps, kept);
  // A demo's signed names say so in words of their own; the pictures do it in theirs.
  const issuerName = isDemo ? deps.installation.issuerName : readSignedFacts(document).issuer.name;
  return { id, credential, short, name, isDemo, issuerName, issuedAt: dayOf(issuedAt), expiresAt, address, document };
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 404, { code: 'not_found', detail: {} });
}
