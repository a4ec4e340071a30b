import type { PagePythonView } from '@pyladder/contract';
import { t } from '../messages/proofs.ts';
import styles from './PythonStatus.module.css';
import type { Progress } from './useBench.ts';
import type { PythonState } from './usePagePython.ts';

const MEGABYTE = 1_000_000;

export type PythonStatusProps = {
  state: PythonState;
  progress: Progress;
  /** How many beliefs there are. */
  count: number;
  /** Undefined while that is not known; null where there is none. */
  view: PagePythonView | null | undefined;
  isDone: boolean;
  hasFailed: boolean;
};

/** What Python is doing, in words that are also read out; a bar while it is fetched. */
export function PythonStatus(props: PythonStatusProps) {
  const { state } = props;
  return (
    <div className={styles.status}>
      <p role="status">{statusWords(props)}</p>
      {state.kind === 'fetching' && (
        <progress aria-label={t('python.progress')} max={state.total} value={state.loaded} />
      )}
    </div>
  );
}

function statusWords({ state, progress, count, view, isDone, hasFailed }: PythonStatusProps): string {
  if (view === null) return t('python.impossible');
  if (hasFailed || state.kind === 'failed') return t('python.failed');
  const version = view?.version ?? '';
  switch (state.kind) {
    case 'fetching': {
      // Told by whole steps, so that a screen reader is not told of every packet.
      const steps = Math.floor((4 * state.loaded) / state.total);
      return t('python.fetching', { loaded: (steps * state.total) / 4 / MEGABYTE, total: state.total / MEGABYTE });
    }
    case 'starting':
      return t('python.starting');
    case 'ready':
      if (progress === null) return isDone ? t('python.done') : t('python.ready', { version });
      return progress.step === 0 ? t('python.running') : t('python.beliefs', { number: progress.step, count });
    case 'absent':
      if (progress !== null) return t('python.preparing');
      return view === undefined ? t('python.unknown') : t('python.absent', { version, megabytes: megabytesOf(view) });
  }
}

function megabytesOf({ files }: PagePythonView): number {
  return files.reduce((sum, { travels }) => sum + travels, 0) / MEGABYTE;
}
