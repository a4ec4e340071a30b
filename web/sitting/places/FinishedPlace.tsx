import type { SubmissionReceipt } from '@pyladder/contract';
import { useMemo } from 'react';
import { useLeavingQuestion } from '../attention.ts';
import panel from '../pieces/Panel.module.css';
import { Panel } from '../pieces/Panel.tsx';
import { linkClass } from '../pieces/RoomButton.tsx';
import type { Phase } from '../roomState.ts';
import { formatMoment, t } from '../words.ts';
import styles from './FinishedPlace.module.css';

/** After the end: that everything has arrived, the proof of it, and the way to the result. */
export function FinishedPlace({ phase }: { phase: Extract<Phase, { name: 'finished' }> }) {
  const { receipt, waiting, late } = phase;
  useLeavingQuestion(waiting > 0 ? 'unsent' : null);
  return (
    <Panel title={t(receipt.endedBy === 'time' ? 'finished.title.time' : 'finished.title')}>
      <p>{t('finished.thanks')}</p>
      <p role="status">{waiting > 0 ? t('finished.arriving', { count: waiting }) : t('finished.arrived')}</p>
      {late > 0 && <p>{t('finished.late', { count: late })}</p>}
      <p className={panel.actions}>
        <a className={linkClass('next')} href={`/results/${receipt.sittingId}`}>
          {t('finished.result')}
        </a>
        <a className={linkClass()} href="/dashboard">
          {t('barred.dashboard')}
        </a>
      </p>
      <Receipt receipt={receipt} />
    </Panel>
  );
}

function Receipt({ receipt }: { receipt: SubmissionReceipt }) {
  const file = useMemo(
    () => `data:application/json,${encodeURIComponent(JSON.stringify(receipt, null, 2))}`,
    [receipt],
  );
  return (
    <section className={styles.receipt} aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('finished.receipt')}</h2>
      <p>{t('finished.receipt.why')}</p>
      <dl>
        <dt>{t('finished.at')}</dt>
        <dd>{formatMoment(receipt.submittedAt)}</dd>
        <dt>{t('finished.saves')}</dt>
        <dd>{receipt.answers}</dd>
        <dt>{t('finished.sitting')}</dt>
        <dd className={styles.code}>{receipt.sittingId}</dd>
        <dt>{t('finished.seal')}</dt>
        <dd className={styles.code}>{receipt.chainHead.replace(/(.{8})(?=.)/g, '$1 ')}</dd>
      </dl>
      <a href={file} download={`pyladder-receipt-${receipt.sittingId}.json`}>
        {t('finished.keep')}
      </a>
    </section>
  );
}
