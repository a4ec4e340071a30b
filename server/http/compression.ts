import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

export type Coding = 'br' | 'gzip';

/** Below this a packet is saved by nobody. */
const WORTH_BYTES = 1400;
/**
 * Replies are made once and read once, files are read by everybody: time is spent accordingly. A download of many megabytes
 * would cost a minute at the quality of a file, to save a twentieth.
 */
const BROTLI_QUALITY = { reply: 4, file: 10, download: 5 } as const;
const GZIP_LEVEL = { reply: 5, file: 9, download: 6 } as const;

/** What is compressed. */
export type Use = keyof typeof BROTLI_QUALITY;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** The best coding that a client takes, or null. A weight of 0 is a no. */
export function chooseCoding(accepted: string | undefined): Coding | null {
  if (accepted === undefined) return null;
  const willing = accepted
    .toLowerCase()
    .split(',')
    .flatMap((entry) => {
      const [name = '', weight = ''] = entry.split(';').map((part) => part.trim());
      return /^q=0(\.0*)?$/.test(weight) ? [] : [name];
    });
  if (willing.includes('br')) return 'br';
  return willing.includes('gzip') ? 'gzip' : null;
}

export function compress(body: Buffer, coding: Coding, use: Use): Promise<Buffer> {
  if (coding === 'gzip') return toGzip(body, { level: GZIP_LEVEL[use] });
  const params = { [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[use], [zlib.BROTLI_PARAM_SIZE_HINT]: body.length };
  return toBrotli(body, { params });
}

/** Compresses large JSON replies on their way out; a receipt is small and passes untouched. */
export function mountCompression(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length < WORTH_BYTES) {
      done(null, payload);
      return;
    }
    reply.header('vary', 'accept-encoding');
    const coding = chooseCoding(request.headers['accept-encoding']);
    if (coding === null) {
      done(null, payload);
      return;
    }
    compress(Buffer.from(payload), coding, 'reply').then(
      (compressed) => {
        reply.header('content-encoding', coding).header('content-length', compressed.length);
        done(null, compressed);
      },
      (error: Error) => done(error),
    );
  });
}
