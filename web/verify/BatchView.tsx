import { RotateCcw, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { shadeOf } from '../ui/verdict/finding.ts';
import { nameShade } from '../ui/verdict/words.ts';
import type { Verifier } from '../verifier/verifier.ts';
import styles from './BatchView.module.css';
import type { Batch } from './batch.ts';
import { OutcomeList } from './OutcomeList.tsx';
import { SingleOutcome } from './SingleOutcome.tsx';
import { t } from './words.ts';

export type BatchViewProps = {
  batch: Batch;
  verifier: () => Verifier;
  /** Ids of this site's own issuers. */
  ownIssuers: readonly string[];
  stop: () => void;
  clear: () => void;
  retry: () => void;
};

/** What was asked for and how far it has come: one report, or a list of which each can be opened. */
export function BatchView({ batch, verifier, ownIssuers, stop, clear, retry }: BatchViewProps) {
  const [openPlace, setOpenPlace] = useState<number | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const { entries, done, state } = batch;
  const total = entries.length;
  const only = total === 1 ? entries[0] : undefined;
  const open = only ?? (openPlace === null ? undefined : entries[openPlace]);
  const isOpened = only === undefined && open !== undefined;
  const close = () => {
    setOpenPlace(null);
    view.current?.focus();
  };
  useEffect(() => {
    // The form that had the focus is gone.
    view.current?.focus();
  }, []);
  return (
    <div ref={view} tabIndex={-1} className={styles.batch}>
      <div role="status" className={styles.status}>
        {state === 'working' && (
          <p>{only === undefined ? t('working.many', { total }) : t('working.one', { name: only.input.name })}</p>
        )}
        {state === 'stopped' && <p>{t('stopped', { done, total })}</p>}
        {state === 'done' && only === undefined && <p>{t('done.many', { total })}</p>}
        {only?.outcome?.kind === 'report' && (
          <p className="for-screen-readers">{nameShade(shadeOf(only.outcome.finding))}</p>
        )}
      </div>
      {state === 'working' && (
        <div className={styles.working}>
          {only === undefined && <Progress batch={batch} />}
          <Button onPress={stop}>
            <Square aria-hidden="true" size={16} /> {t('cancel')}
          </Button>
        </div>
      )}
      {(state !== 'working' || isOpened) && (
        <div className={styles.actions}>
          {isOpened && <Button onPress={close}>{t('list.back')}</Button>}
          {state !== 'working' && (
            <Button onPress={clear}>
              <RotateCcw aria-hidden="true" size={18} /> {t('again')}
            </Button>
          )}
        </div>
      )}
      {only === undefined && open === undefined && <OutcomeList batch={batch} open={setOpenPlace} />}
      {open?.outcome && (
        <SingleOutcome
          key={open.place}
          name={open.input.name}
          outcome={open.outcome}
          verifier={verifier}
          ownIssuers={ownIssuers}
          retry={only === undefined ? null : retry}
        />
      )}
    </div>
  );
}

/** How far a list has come, and how fast. */
function Progress({ batch: { done, entries, startedAt } }: { batch: Batch }) {
  const total = entries.length;
  const seconds = (Date.now() - startedAt) / 1000;
  const words =
    seconds > 1
      ? t('progress.left', { done, total, perSecond: Math.round(done / seconds) })
      : t('progress', { done, total });
  return (
    <div className={styles.progress}>
      <progress max={total} value={done} aria-label={t('working.many', { total })} />
      <span>{words}</span>
    </div>
  );
}
