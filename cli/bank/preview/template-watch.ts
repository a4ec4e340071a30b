import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** An editor writes a file in several steps; this long after the last of them it is saved. */
const settlingMs = 60;

/** Calls `saved` with every template in these folders that is written, until it is closed. */
export function watchTemplates(folders: readonly string[], saved: (file: string) => void): { close(): void } {
  const settling = new Map<string, NodeJS.Timeout>();
  const note = (file: string) => {
    clearTimeout(settling.get(file));
    settling.set(
      file,
      setTimeout(() => saved(file), settlingMs),
    );
  };
  // Folders, not files: many editors write a new file and give it the old one's name.
  const watchers = folders.map(
    (folder): FSWatcher =>
      watch(folder, (_event, name) => {
        if (name !== null && isTemplate(name)) note(join(folder, name));
      }),
  );
  return {
    close() {
      for (const watcher of watchers) watcher.close();
      for (const timer of settling.values()) clearTimeout(timer);
    },
  };
}

/** Every folder of templates in these packs. */
export function listItemFolders(packs: readonly string[]): string[] {
  const listFolders = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name));
  return packs
    .flatMap(listFolders)
    .flatMap(listFolders)
    .flatMap(listFolders)
    .filter((folder) => folder.endsWith('items'));
}

/** The template in these folders that was saved last, or null if there is none. */
export function findLastSaved(folders: readonly string[]): string | null {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter(isTemplate)
      .map((name) => join(folder, name)),
  );
  const ages = files.map((file) => ({ file, savedAt: statSync(file).mtimeMs }));
  return ages.sort((one, other) => other.savedAt - one.savedAt)[0]?.file ?? null;
}

function isTemplate(name: string): boolean {
  return /\.ya?ml$/.test(name);
}
