import type { FileNode, FileSystem } from './pyodide.ts';

type Kept = { node: FileNode; mode: number; bytes: Uint8Array | null };

const home = '/home/pyodide';

/** The files a program finds; they live outside the heap, so they have their own way back. */
export type Files = {
  /** Removes what is new and closes what is open. False if something that was there before has changed. */
  restore(): boolean;
};

/** Keeps the file system as it is now. */
export function keepFiles(files: FileSystem): Files {
  const kept = new Map<string, Kept>();
  for (const [path, node] of walk(files.root, '')) kept.set(path, { node, mode: node.mode, bytes: bytesOf(node) });
  const streams = [...files.streams];
  return {
    restore() {
      files.chdir(home);
      if (!closeStreams(files, streams)) return false;
      removeNew(files, kept);
      return isAsKept(files, kept);
    },
  };
}

/** Everything below a directory, deepest first, so that a directory comes after what is in it. */
function* walk(node: FileNode, path: string): Generator<[string, FileNode]> {
  if (isFolder(node.contents)) {
    for (const [name, child] of Object.entries(node.contents)) yield* walk(child, `${path}/${name}`);
  }
  if (path !== '') yield [path, node];
}

function isFolder(contents: FileNode['contents'] | undefined): contents is Record<string, FileNode> {
  return typeof contents === 'object' && contents !== null && !ArrayBuffer.isView(contents);
}

function bytesOf({ contents, usedBytes }: FileNode): Uint8Array | null {
  return ArrayBuffer.isView(contents) ? contents.slice(0, usedBytes) : null;
}

/** The standard streams must be the same objects as before; others are forgotten, as their file numbers are. */
function closeStreams(files: FileSystem, kept: readonly unknown[]): boolean {
  files.streams.length = Math.min(files.streams.length, kept.length);
  return files.streams.length === kept.length && kept.every((stream, i) => files.streams[i] === stream);
}

function removeNew(files: FileSystem, kept: ReadonlyMap<string, Kept>): void {
  for (const [path, node] of walk(files.root, '')) {
    if (kept.get(path)?.node === node) continue;
    if (!files.isDir(node.mode)) files.unlink(path);
    else {
      files.chmod(path, 0o777);
      files.rmdir(path);
    }
  }
}

function isAsKept(files: FileSystem, kept: ReadonlyMap<string, Kept>): boolean {
  const now = new Map(walk(files.root, ''));
  return (
    now.size === kept.size &&
    [...kept].every(([path, { node, mode, bytes }]) => {
      const found = now.get(path);
      if (found !== node || found.mode !== mode) return false;
      const { contents, usedBytes } = found;
      if (bytes === null) return !ArrayBuffer.isView(contents);
      return ArrayBuffer.isView(contents) && Buffer.compare(bytes, contents.subarray(0, usedBytes)) === 0;
    })
  );
}
