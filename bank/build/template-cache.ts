import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '@pyladder/exam';
import { canonicalJson, sha256 } from '../canonical.ts';
import { removeOldDrafts, writeWholeFile } from './whole-file.ts';

/** Items of templates that passed every gate, by what they were built from. A failure is never kept. */
export type TemplateCache = {
  find(key: string): Promise<Item[] | null>;
  keep(key: string, items: readonly Item[]): Promise<void>;
};

/** For builds that must do all the work again. */
export const noCache: TemplateCache = { find: async () => null, keep: async () => undefined };

/** A cache in a folder. What is damaged there counts as absent. */
export function openTemplateCache(folder: string): TemplateCache {
  let isTidy = false;
  const fileOf = (key: string) => join(folder, `${key}.json`);
  return {
    async find(key) {
      const text = await readFile(fileOf(key), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return text === null ? null : itemsIn(text);
    },
    async keep(key, items) {
      const body = canonicalJson(items);
      writeWholeFile(fileOf(key), `${sha256(body)}\n${body}`);
      if (!isTidy) removeOldDrafts(folder);
      isTidy = true;
    },
  };
}

function itemsIn(text: string): Item[] | null {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return sha256(body) === text.slice(0, end) ? JSON.parse(body) : null;
}
