import type { FileNode, FileSystem } from './pyodide.ts';

type Kept = { node: FileNode; mode: number; contents: FileNode['contents']; usedBytes: number | undefined };

const home = '/home/pyodide';

/** The files a program finds; they live outside the heap, so they have their own way back. */
export type Files = {
  /** Removes what is new and closes what is open. False if something that was there before has changed. */
  restore(): boolean;
};

/** Keeps the file system as it is now. */
export function keepFiles(files: FileSystem): Files {
  const kept = new Map<string, Kept>();
  let isWritten = false;
  for (const [path, node] of walk(files.root, '')) {
    const { mode, contents, usedBytes } = node;
    kept.set(path, { node, mode, contents, usedBytes });
    watchWrites(node, () => {
      isWritten = true;
    });
  }
  const streams = [...files.streams];
  return {
    restore() {
      files.chdir(home);
      if (!closeStreams(files, streams)) return false;
      removeNew(files, kept);
      return !isWritten && isAsKept(files, kept);
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

/** Tells of bytes written into a file, before they are: to look for them afterwards would take longer than most programs. */
function watchWrites(node: FileNode, tell: () => void): void {
  const { contents, stream_ops: operations } = node;
  if (!ArrayBuffer.isView(contents) || operations?.write === undefined) return;
  const { write } = operations;
  node.stream_ops = {
    ...operations,
    write(...given) {
      tell();
      return write.apply(this, given);
    },
  };
}

/** The standard streams must be the same objects as before; others are forgotten, as their file numbers are. */
function closeStreams(files: FileSystem, kept: readonly unknown[]): boolean {
  files.streams.length = Math.min(files.streams.length, kept.length);
  return files.streams.length === kept.length && kept.every((stream, i) => files.streams[i] === stream);
}

function removeNew(files: FileSystem, kept: ReadonlyMap<string, Kept>): void {
  const added = [...walk(files.root, '')].filter(([path, node]) => kept.get(path)?.node !== node);
  const folders = added.filter(([, node]) => files.isDir(node.mode));
  // From the outermost: nothing can be removed from a folder that lets nobody in.
  for (const [path] of folders.toReversed()) files.chmod(path, 0o777);
  for (const [path, node] of added) {
    if (files.isDir(node.mode)) files.rmdir(path);
    else files.unlink(path);
  }
}

/** A file that is made shorter or longer has new contents or another length; what is written into it was told. */
function isAsKept(files: FileSystem, kept: ReadonlyMap<string, Kept>): boolean {
  const now = new Map(walk(files.root, ''));
  return (
    now.size === kept.size &&
    [...kept].every(([path, { node, mode, contents, usedBytes }]) => {
      if (now.get(path) !== node || node.mode !== mode) return false;
      return node.contents === contents && node.usedBytes === usedBytes;
    })
  );
}
