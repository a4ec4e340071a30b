import type { CredentialPage } from '@pyladder/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../http/problems.ts';
import { type PageHead, withPageHead } from '../site/page-head.ts';
import { addressesBelow } from './addresses.ts';
import { sendKnown } from './public-reply.ts';

const SITE_PAGE = '/index.html';

/**
 * The site's page with a head that says what this credential is. It is asked for anew each time, because its holder may
 * change their mind about the name.
 */
export function sendCredentialPage(
  { site, issuer }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  page: CredentialPage,
): FastifyReply {
  const file = site.get(SITE_PAGE);
  if (file === undefined) return sendProblem(reply, 404, { code: 'not_found', detail: {} });
  const head = headOf(page, addressesBelow(issuer.address).credential(page.id));
  const body = withPageHead(file.plain.toString('utf8'), head);
  return sendKnown(request, reply, { type: file.type, body, maxAgeSeconds: 0 });
}

/** The site's own page, which says that there is nothing here. */
export function sendMissingPage({ site }: Deps, reply: FastifyReply): FastifyReply {
  const file = site.get(SITE_PAGE);
  if (file === undefined) return sendProblem(reply, 404, { code: 'not_found', detail: {} });
  return reply.code(404).header('cache-control', 'no-cache').type(file.type).send(file.plain);
}

/** @param address where this installation hosts it now */
function headOf(page: CredentialPage, address: string): PageHead {
  const { holderName, name, short, standing } = page;
  const what = `${name} (${short})`;
  return {
    title: holderName === null ? what : `${holderName}: ${what}`,
    description: describe(page),
    address,
    image: standing === 'revoked' ? null : `${address}.png`,
  };
}

function describe({ isDemo, issuer, issuedAt, standing, lastChange }: CredentialPage): string {
  const issued = `Issued by ${issuer.name} on ${dayOf(issuedAt)}.`;
  const since = lastChange === null ? '' : ` on ${dayOf(lastChange.at)}`;
  const words = {
    standing: `${issued} See what it attests, and check that it is genuine.`,
    suspended: `${issued} Suspended${since}: it does not count for the time being.`,
    revoked: `${issued} Revoked${since}: it does not count any more.`,
  };
  return isDemo ? `A demonstration, which attests nothing. ${words[standing]}` : words[standing];
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function dayOf(instant: string): string {
  return DAY.format(new Date(instant));
}
