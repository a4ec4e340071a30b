import { dirname, join, matchesGlob } from 'node:path/posix';
import type { Import } from './imports.ts';
import { developmentFiles, galleryInWeb, type Room, rooms, sharedInWeb, showingPlacesInWeb } from './rooms.ts';

/** What a package.json says about imports. */
export type Manifest = {
  name: string;
  exports?: Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

/** The package.json of each room by its folder, and the root's under ''. */
export type Manifests = ReadonlyMap<string, Manifest>;

/**
 * Why a file may not import something, or null if it may.
 *
 * @param file path from the project's root, with forward slashes
 */
export function judgeImport(file: string, { specifier, isTypeOnly }: Import, manifests: Manifests): string | null {
  const room = roomOf(file);
  if (room === null) return null;
  const within = file.slice(room.name.length + 1);
  const isDevelopment = matches(within, developmentFiles);
  if (specifier.startsWith('node:')) {
    const mayUseNode = isDevelopment || matches(within, room.onNode);
    return mayUseNode ? null : `${room.name} runs without Node here`;
  }
  if (specifier.startsWith('.')) return judgeNeighbour(room, { file, isDevelopment }, specifier);
  if (specifier.startsWith('@pyladder/')) {
    return (
      judgeNamed(room, specifier, { manifests, isDevelopment: isDevelopment || isTypeOnly }) ??
      judgeRoom(room, within, specifier, manifests)
    );
  }
  return judgeNamed(room, specifier, { manifests, isDevelopment: isDevelopment || isTypeOnly });
}

function roomOf(file: string): Room | null {
  return rooms.find((room) => file.startsWith(`${room.name}/`)) ?? null;
}

function matches(file: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(file, glob));
}

/** A relative import stays in its room, and inside `server` and `web` also keeps the borders between folders. */
function judgeNeighbour(
  room: Room,
  { file, isDevelopment }: { file: string; isDevelopment: boolean },
  specifier: string,
): string | null {
  const target = join(dirname(file), specifier);
  if (!target.startsWith(`${room.name}/`)) return 'it leaves its room: import what the other room exports, by name';
  const [, here = ''] = file.split('/');
  const [, there = ''] = target.split('/');
  if (here === there || !target.slice(room.name.length + 1).includes('/')) return null;
  if (room.name === 'server' && target.endsWith('.queries.ts')) {
    return `queries belong to their feature: call an action of ${there}`;
  }
  const isPage = !file.slice(room.name.length + 1).includes('/') || showingPlacesInWeb.includes(here);
  const shared = isDevelopment ? [...sharedInWeb, galleryInWeb] : sharedInWeb;
  if (room.name === 'web' && !isPage && !shared.includes(there)) {
    return `places of the site do not import each other: move what both need to ui`;
  }
  return null;
}

/** Another room: only from above, and only what it exports. */
function judgeRoom(room: Room, within: string, specifier: string, manifests: Manifests): string | null {
  const [, name = '', ...rest] = specifier.split('/');
  if (!room.mayImport.includes(name)) return `${room.name} may not import ${name}`;
  const entry = ['.', ...rest].join('/');
  if (manifests.get(name)?.exports?.[entry] === undefined) return `${name} does not export ${entry}`;
  const isNodeEntry = rest[0] === 'node';
  const mayUseNode = matches(within, [...room.onNode, ...developmentFiles]);
  return isNodeEntry && !mayUseNode ? `${room.name} runs without Node here` : null;
}

/** The package must be named by the room; what is only for development may also be named by the root. */
function judgeNamed(
  room: Room,
  specifier: string,
  { manifests, isDevelopment }: { manifests: Manifests; isDevelopment: boolean },
): string | null {
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const own = manifests.get(room.name);
  const shipped = { ...own?.dependencies, ...own?.optionalDependencies };
  const development = { ...own?.devDependencies, ...manifests.get('')?.devDependencies };
  const named = isDevelopment || room.name === 'tests' ? { ...shipped, ...development } : shipped;
  const typesOf = `@types/${name.replace(/^@/, '').replace('/', '__')}`;
  return name in named || (isDevelopment && typesOf in named)
    ? null
    : `${room.name}/package.json does not name ${name}`;
}
