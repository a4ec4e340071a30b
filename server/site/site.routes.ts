import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { chooseCoding } from '../http/compression.ts';
import { createPageFinder } from './site-addresses.ts';
import type { SiteFile } from './site-files.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

const PAGES = { site: '/index.html', room: '/room.html' };

/** The built site: files by their names, and its pages; what is neither is 404, with the page that says so to people. */
export function siteRoutes(app: FastifyInstance, { site: files, ladder }: Pick<Deps, 'site' | 'ladder'>): void {
  const findPage = createPageFinder(ladder);
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = pathOf(request);
    if (path === null) return reply.callNotFound();
    const page = findPage(path);
    const file = files.get(page === null ? path : PAGES[page]);
    if (file === undefined) {
      const missing = isFileName(path) ? undefined : files.get(PAGES.site);
      return missing === undefined ? reply.callNotFound() : sendMissing(reply, missing);
    }
    // The room's worker serves the room, which lies below another path than the worker's own file may.
    if (path === '/room-worker.js') reply.header('service-worker-allowed', '/');
    return sendFile(request, reply, file);
  });
}

/** Null for what belongs to the API, and for what is no path. */
function pathOf({ url }: FastifyRequest): string | null {
  const path = url.split('?', 1)[0] ?? '';
  if (path === '/api' || path.startsWith('/api/')) return null;
  return path;
}

/** People get the page that says so and where to go on. It is sent whole: nothing that is missing stays unchanged. */
function sendMissing(reply: FastifyReply, { type, plain }: SiteFile): FastifyReply {
  return reply.code(404).header('cache-control', 'no-cache').type(type).send(plain);
}

/** Who asked for a file would not know what to do with a page. */
function isFileName(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.');
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: SiteFile): Promise<FastifyReply> {
  const { etag, isHashed, type } = file;
  reply.headers({
    etag,
    vary: 'accept-encoding',
    'cache-control': isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  });
  if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) return reply.code(304).send();
  const coding = chooseCoding(request.headers['accept-encoding']);
  const body = coding === null ? file.plain : await file.encoded(coding);
  if (coding !== null && body !== file.plain) reply.header('content-encoding', coding);
  return reply.type(type).send(body);
}
