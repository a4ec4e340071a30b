import { type Input, inputOfFile, MOST_INPUTS } from './inputs.ts';

/**
 * The files of a drop, those in dropped folders too; no more than can be taken and one, so that it can be said that
 * there are more. Must be called while the drop is handled: the browser closes it afterwards.
 */
export function readDropped(transfer: DataTransfer): Promise<Input[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return Promise.resolve([...transfer.files].map(inputOfFile));
  return collect(entries);
}

async function collect(entries: FileSystemEntry[]): Promise<Input[]> {
  const found: Input[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined && found.length <= MOST_INPUTS; entry = waiting.shift()) {
    if (isFile(entry)) found.push({ name: entry.fullPath.replace(/^\//, ''), source: { badge: await fileOf(entry) } });
    else if (isFolder(entry)) waiting.unshift(...(await contentOf(entry)));
  }
  return found;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** What lies in a folder, but for what the system hides there. A reader gives a hundred at a time. */
async function contentOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.filter(({ name }) => !name.startsWith('.'));
    all.push(...some);
  }
}
