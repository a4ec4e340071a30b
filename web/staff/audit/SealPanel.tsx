import type { ReadAuditLog, Reply } from '@pyladder/contract';
import { useId } from 'react';
import { formatSecond } from '../../messages/formats.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Reference } from '../Reference.tsx';
import { rich, t } from './entryWords.ts';
import styles from './SealPanel.module.css';

const COMMAND = 'npx pyladder audit verify';

/** How far the log is sealed, and how anybody can check that nobody rewrote it. */
export function SealPanel({ sealed }: { sealed: Reply<typeof ReadAuditLog>['sealed'] }) {
  const id = useId();
  const command = sealed === null ? COMMAND : `${COMMAND} --expect-head ${sealed.hash}`;
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id}>{t('seal.title')}</h2>
      <p>
        {sealed === null
          ? t('seal.none')
          : rich('seal.far', { entries: sealed.entries, seal: sealed.seal, at: formatSecond(sealed.at) })}
      </p>
      <details>
        <summary>{t('seal.how')}</summary>
        <div className={styles.how}>
          <p>{t('seal.how.words')}</p>
          <pre>
            <code>{command}</code>
          </pre>
          <CopyButton text={() => command}>{t('seal.copy')}</CopyButton>
          {sealed !== null && (
            <>
              <p>{t('seal.head.words')}</p>
              <Reference text={sealed.hash} what={t('seal.head')} />
              <p>
                <a href="/.well-known/audit-head.json">{t('seal.head.public')}</a>
              </p>
            </>
          )}
        </div>
      </details>
    </section>
  );
}
