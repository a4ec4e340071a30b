import type { AuditEntryView } from '@pyladder/contract';
import { formatSecond } from '../../messages/formats.ts';
import { EntryDetails } from './EntryDetails.tsx';
import styles from './EntryList.module.css';
import { describeEntry, t } from './entryWords.ts';

export type EntryListProps = {
  entries: readonly AuditEntryView[];
  shortOf: (rung: string) => string;
  /** Still the last answer, while another is awaited. */
  isBusy: boolean;
};

/** Entries, newest first: what happened and when; who, whom and what exactly when one opens it. */
export function EntryList({ entries, shortOf, isBusy }: EntryListProps) {
  return (
    <ol className={styles.entries} aria-busy={isBusy}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <details>
            <summary>
              <span className={styles.what}>{describeEntry(entry, shortOf)}</span>
              <time dateTime={entry.at} title={t('utc', { at: entry.at })}>
                {formatSecond(entry.at)}
              </time>
              <span className={styles.seal}>
                {entry.seal === null ? t('entry.unsealed') : t('entry.seal', { seal: entry.seal })}
              </span>
            </summary>
            <EntryDetails entry={entry} />
          </details>
        </li>
      ))}
    </ol>
  );
}
