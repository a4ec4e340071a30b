import { relative } from 'node:path';
import type { PythonPool } from '@pyladder/python/node';
import { buildPreview } from './build-preview.ts';
import type { Preview } from './preview-state.ts';

/** One author at work: the template that is shown, built anew whenever it is saved. */
export type PreviewSession = {
  /** Builds and shows the template in this file; what is still being built is given up. Resolves when that is done. */
  show(file: string): Promise<void>;
  /** Tells what there is now, and again whenever it changes, until the function that is returned is called. */
  subscribe(tell: (preview: Preview) => void): () => void;
  /** Gives up what is being built. */
  end(): void;
};

/** A session that shows nothing yet. */
export function openSession(python: PythonPool): PreviewSession {
  let preview: Preview = { file: '', template: null, variants: [], beliefs: {}, problems: [], stage: 'building' };
  let building = new AbortController();
  const listeners = new Set<(preview: Preview) => void>();
  const change = (next: Preview) => {
    preview = next;
    for (const tell of listeners) tell(preview);
  };
  return {
    async show(file) {
      building.abort();
      const own = new AbortController();
      building = own;
      const name = relative(process.cwd(), file);
      const isSame = name === preview.file;
      change({
        ...preview,
        ...(isSame ? {} : { file: name, template: null, variants: [], problems: [] }),
        stage: 'building',
      });
      try {
        const { signal } = own;
        // First what takes a moment, then all of it, which an author need not wait for.
        const quick = await buildPreview(file, { python, signal, depth: 'glance' });
        const isProvable = quick.variants.length > 0;
        if (!signal.aborted) change({ ...quick, stage: isProvable ? 'proving' : 'done' });
        if (!isProvable || signal.aborted) return;
        const whole = await buildPreview(file, { python, signal, depth: 'whole' });
        if (!signal.aborted) change({ ...whole, stage: 'done' });
      } catch (error) {
        // What was given up may end in any way; another build is on its way, or nobody looks any more.
        if (!own.signal.aborted) throw error;
      }
    },
    subscribe(tell) {
      listeners.add(tell);
      tell(preview);
      return () => listeners.delete(tell);
    },
    end: () => building.abort(),
  };
}
