import type { PagePythonView } from '@pyladder/contract';
import {
  type FromWorker,
  fetchPageFiles,
  openPagePython,
  type PagePython,
  type PageWorker,
} from '@pyladder/python/browser';
import { useEffect, useRef, useState } from 'react';

/** How far Python is; `absent` costs nothing. Sizes in bytes as they travel. */
export type PythonState =
  | { kind: 'absent' | 'starting' | 'ready' | 'failed' }
  | { kind: 'fetching'; loaded: number; total: number };

/** Python for one page: opened when it is first wanted, closed with the page. */
export type PythonOfPage = {
  state: PythonState;
  /** @throws Error once the page is closed: nobody would close what is opened then */
  open(view: PagePythonView): PagePython;
};

/** @param makeWorker stands in for a worker where there is none */
export function usePagePython(makeWorker: () => PageWorker = makePythonWorker): PythonOfPage {
  const [state, setState] = useState<PythonState>({ kind: 'absent' });
  const opened = useRef<PagePython | null>(null);
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
      opened.current?.close();
      opened.current = null;
    };
  }, []);

  function open({ base, files }: PagePythonView): PagePython {
    if (opened.current !== null) return opened.current;
    if (isClosed.current) throw new Error('the page is closed');
    const total = files.reduce((sum, { travels }) => sum + travels, 0);
    const python = openPagePython({
      base: new URL(base, window.location.href).href,
      fetchFiles: async () => {
        setState({ kind: 'fetching', loaded: 0, total });
        const got = await fetchPageFiles(base, files, (progress) => {
          setState({ kind: 'fetching', loaded: (total * progress.loaded) / progress.total, total });
        });
        setState({ kind: 'starting' });
        return got;
      },
      makeWorker,
    });
    const kept: PagePython = {
      ...python,
      async start() {
        try {
          await python.start();
          setState({ kind: 'ready' });
        } catch (error) {
          // What is opened next may lie elsewhere: a newer server has files of its own.
          python.close();
          if (opened.current === kept) opened.current = null;
          setState({ kind: 'failed' });
          throw error;
        }
      },
    };
    opened.current = kept;
    return kept;
  }
  return { state, open };
}

function makePythonWorker(): PageWorker {
  const worker = new Worker(new URL('./worker/python-worker.ts', import.meta.url), { type: 'module' });
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    onMessage: (listen) => worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => listen(data)),
    onError: (listen) => worker.addEventListener('error', ({ message }) => listen(message)),
  };
}
