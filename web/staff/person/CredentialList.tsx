import type { LadderView, PersonRecord } from '@pyladder/contract';
import { formatDate } from '../../messages/formats.ts';
import { Button } from '../../ui/Button.tsx';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { shortOf } from '../RungNames.tsx';
import { t } from '../words.ts';
import styles from './Section.module.css';

export type CredentialListProps = { ladder: LadderView; record: PersonRecord; readAgain: () => void };

/** What was issued to a person, with the way to the page that everybody may see. */
export function CredentialList({ ladder, record, readAgain }: CredentialListProps) {
  const { credentials, holds } = record;
  const awaited = record.name === null ? [] : holds.filter((rung) => !isIssued(credentials, rung));
  return (
    <section className={styles.section} aria-labelledby="credentials">
      <h2 id="credentials">{t('credentials.title')}</h2>
      {credentials.length === 0 && awaited.length === 0 && <p className={styles.none}>{t('credentials.none')}</p>}
      {awaited.length > 0 && (
        <div className={styles.awaited}>
          <p>{t('credentials.awaited', { rungs: awaited.map((rung) => shortOf(ladder, rung)).join(', ') })}</p>
          <Button onPress={readAgain}>{t('credentials.again')}</Button>
        </div>
      )}
      <ul className={styles.rows}>
        {credentials.map(({ id, credential, issuedAt, standing }) => (
          <li key={id}>
            <SiteLink to="/credentials/$id" params={{ id }}>
              {t('credentials.page', { exam: shortOf(ladder, credential) })}
            </SiteLink>
            <span>{t('credentials.issued', { day: formatDate(issuedAt) })}</span>
            <span data-standing={standing}>{t(`credential.${standing}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isIssued(credentials: PersonRecord['credentials'], rung: string): boolean {
  return credentials.some(({ credential, standing }) => credential === rung && standing !== 'revoked');
}
