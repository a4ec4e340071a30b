import type { LadderView, PersonRecord } from '@pyladder/contract';
import { useState } from 'react';
import { formatDay, formatShare } from '../../messages/formats.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../words.ts';
import { ExtraTimeDialog } from './ExtraTimeDialog.tsx';
import styles from './Section.module.css';

export type ExtraTimeProps = {
  ladder: LadderView;
  record: PersonRecord;
  isOwn: boolean;
  changed: (record: PersonRecord, words: string) => void;
  readAgain: () => void;
};

/** How much more time a person has in every exam, since when and why. */
export function ExtraTime({ ladder, record, isOwn, changed, readAgain }: ExtraTimeProps) {
  const [isAsked, setAsked] = useState(false);
  const share = record.accommodations[0]?.extraTimeShare ?? 0;
  return (
    <section className={styles.section} aria-labelledby="extra-time">
      <h2 id="extra-time">{t('extraTime.title')}</h2>
      <p>{share > 0 ? t('extraTime.now', { share: formatShare(share) }) : t('extraTime.none')}</p>
      {record.accommodations.length > 0 && (
        <ol className={styles.rows} aria-label={t('extraTime.history')}>
          {record.accommodations.map(({ extraTimeShare, grantedAt, note, actor }) => (
            <li key={grantedAt}>
              <strong>{formatShare(extraTimeShare)}</strong>
              <span>{t('extraTime.granted', { day: formatDay(grantedAt), by: actor ?? t('actor.erased') })}</span>
              <span className={styles.note}>{note}</span>
            </li>
          ))}
        </ol>
      )}
      {!isOwn && (
        <div>
          <Button onPress={() => setAsked(true)}>{share > 0 ? t('extraTime.change') : t('extraTime.give')}</Button>
        </div>
      )}
      {isAsked && (
        <ExtraTimeDialog
          ladder={ladder}
          record={record}
          close={() => setAsked(false)}
          done={(next, words) => {
            changed(next, words);
            setAsked(false);
          }}
          outOfDate={readAgain}
        />
      )}
    </section>
  );
}
