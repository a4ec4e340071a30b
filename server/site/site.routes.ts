import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseCoding } from '../http/compression.ts';
import type { SiteFile, SiteFiles } from './site-files.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The built site: files by their names, the exam room below `/sittings/`, the site's own page for every other address. */
export function siteRoutes(app: FastifyInstance, files: SiteFiles): void {
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = pathOf(request);
    const file = path === null ? undefined : findFile(files, path);
    if (file === undefined) return reply.callNotFound();
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

/** Only what was read from the site can be found: no path leads out of it. */
function findFile(files: SiteFiles, path: string): SiteFile | undefined {
  const exact = files.get(path);
  if (exact !== undefined) return exact;
  const isFileName = path.slice(path.lastIndexOf('/')).includes('.');
  if (isFileName) return undefined;
  return files.get(path.startsWith('/sittings/') ? '/room.html' : '/index.html');
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
