import type { PageGiven } from '@pyladder/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { chooseCoding } from '../http/compression.ts';
import { createPublicPages } from './public-pages.ts';
import { writeSearchEngineFiles } from './search-engines.ts';
import { createPageFinder } from './site-addresses.ts';
import { type SiteFile, textFile } from './site-files.ts';

/** In the name of the cookie, with or without a prefix before it. */
const SESSION_COOKIE = 'pyladder-session=';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const PAGES = { site: '/index.html', room: '/room.html' };

type Ground = Pick<Deps, 'site' | 'renderPage' | 'ladder' | 'banks' | 'readingLists' | 'issuer' | 'installation'>;

/** The built site: files by their names, and its pages; what is neither is 404, with the page that says so to people. */
export function siteRoutes(app: FastifyInstance, ground: Ground): void {
  const { renderPage, ladder, issuer } = ground;
  const findPage = createPageFinder(ladder);
  const pages = renderPage === null ? null : createPublicPages(ground, renderPage);
  const { robots, sitemap } = writeSearchEngineFiles(issuer.address, ladder);
  const files = new Map([
    ...ground.site,
    ['/robots.txt', textFile(robots, '.txt')],
    ['/sitemap.xml', textFile(sitemap, '.xml')],
  ]);

  /** The page that says that there is none, to people only: who asked for a file would not know what to do with it. */
  async function findMissingPage(request: FastifyRequest, path: string): Promise<SiteFile | undefined> {
    if (isFileName(path)) return undefined;
    return (await pages?.render(null, visitorOf(request))) ?? files.get(PAGES.site);
  }

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = pathOf(request);
    if (path === null) return reply.callNotFound();
    const page = findPage(path);
    if (page?.kind === 'public' && pages !== null) {
      reply.header('vary', 'accept-encoding, cookie');
      return sendFile(request, reply, await pages.render(page.path, visitorOf(request)));
    }
    const file = files.get(page === null ? path : PAGES[page.kind === 'room' ? 'room' : 'site']);
    if (file === undefined) {
      const missing = await findMissingPage(request, path);
      return missing === undefined ? reply.callNotFound() : sendMissing(reply, missing);
    }
    // The room's worker serves the room, which lies below another path than the worker's own file may.
    if (path === '/room-worker.js') reply.header('service-worker-allowed', '/');
    reply.header('vary', 'accept-encoding');
    return sendFile(request, reply, file);
  });
}

/** A cookie of a session may be out of date, or made up; the page itself finds out whose it is. */
function visitorOf({ headers: { cookie } }: FastifyRequest): PageGiven['visitor'] {
  return cookie?.includes(SESSION_COOKIE) ? 'somebody' : 'nobody';
}

/** Null for what belongs to the API, and for what is no path. */
function pathOf({ url }: FastifyRequest): string | null {
  const path = url.split('?', 1)[0] ?? '';
  if (path === '/api' || path.startsWith('/api/')) return null;
  return path;
}

/** People get the page that says so and where to go on. It is sent whole: nothing that is missing stays unchanged. */
function sendMissing(reply: FastifyReply, { type, plain }: SiteFile): FastifyReply {
  return reply.code(404).headers({ 'cache-control': 'no-cache', vary: 'cookie' }).type(type).send(plain);
}

/** Who asked for a file would not know what to do with a page. */
function isFileName(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.');
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: SiteFile): Promise<FastifyReply> {
  const { etag, isHashed, type } = file;
  reply.headers({
    etag,
    'cache-control': isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  });
  if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) return reply.code(304).send();
  const coding = chooseCoding(request.headers['accept-encoding']);
  const body = coding === null ? file.plain : await file.encoded(coding);
  if (coding !== null && body !== file.plain) reply.header('content-encoding', coding);
  return reply.type(type).send(body);
}
