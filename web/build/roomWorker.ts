import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const WORKER = 'room-worker.js';
const PAGE = 'room.html';
const PLACEHOLDER = '__ROOM_SHELL__';

/** Builds the exam room's service worker and writes into it what the room needs to open without network. */
export function roomWorker(): Plugin {
  let root = '';
  let publicDir = '';
  return {
    name: 'pyladder-room-worker',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      publicDir = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: join(root, 'sitting/worker/worker.ts'), fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error(`the build has no ${WORKER}`);
        if (worker.imports.length + worker.exports.length > 0) {
          throw new Error(`${WORKER} must stand alone: older browsers take no module there`);
        }
        const files = shellFiles(bundle, publicDir);
        const shell = {
          version: versionOf(files),
          page: `/${PAGE}`,
          files: [...files.keys()].map((file) => `/${file}`),
        };
        worker.code = worker.code.replaceAll(PLACEHOLDER, () => JSON.stringify(shell));
      },
    },
  };
}

/** The room's page and, from it on, every file of the build that is named in one of them; in the order of names. */
function shellFiles(bundle: Rolldown.OutputBundle, publicDir: string): Map<string, string | Uint8Array> {
  const found = new Map<string, string | Uint8Array>();
  const waiting = [PAGE];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    const content = contentOf(bundle, file);
    found.set(file, content);
    if (typeof content === 'string') {
      waiting.push(...Object.keys(bundle).filter((other) => other !== WORKER && namesFile(content, other)));
    }
  }
  const page = String(found.get(PAGE));
  for (const [, file = ''] of page.matchAll(/(?:src|href)="\/([^"]+)"/g)) {
    if (!found.has(file)) found.set(file, readFileSync(join(publicDir, file)));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function contentOf(bundle: Rolldown.OutputBundle, file: string): string | Uint8Array {
  const output = bundle[file];
  if (output === undefined) throw new Error(`the build has no ${file}`);
  return output.type === 'chunk' ? output.code : output.source;
}

/** Names of built files carry a hash of their content, so that one cannot be meant by chance. */
function namesFile(content: string, file: string): boolean {
  return file !== PAGE && !file.endsWith('.html') && content.includes(file.slice(file.lastIndexOf('/') + 1));
}

function versionOf(files: ReadonlyMap<string, string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [file, content] of files) hash.update(`${file}\0`).update(content).update('\0');
  return hash.digest('hex').slice(0, 16);
}
