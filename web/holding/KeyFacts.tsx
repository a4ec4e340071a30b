import type { CredentialPage } from '@pyladder/contract';
import { formatDate } from '../messages/formats.ts';
import { StandingLine } from '../ui/standing/StandingLine.tsx';
import styles from './KeyFacts.module.css';
import { t } from './words.ts';

/** Who, by whom, when, and whether it stands. */
export function KeyFacts({ page }: { page: CredentialPage }) {
  const { holderName, issuer, issuedAt, expiresAt, basis, id } = page;
  return (
    <dl className={styles.facts}>
      <div className={styles.holder}>
        <dt>{t('facts.holder')}</dt>
        <dd dir="auto" data-shown={holderName !== null}>
          {holderName ?? t('facts.holder.private')}
        </dd>
      </div>
      <div>
        <dt>{t('facts.issuer')}</dt>
        <dd>
          <a href={issuer.url}>{issuer.name}</a>
        </dd>
      </div>
      <div>
        <dt>{t('facts.issued')}</dt>
        <dd>{formatDate(issuedAt)}</dd>
      </div>
      {basis.length > 0 && (
        <div>
          <dt>{t(`facts.basis.${basis.length > 1 ? 'granted' : 'exam'}`)}</dt>
          <dd>
            <ul className={styles.basis}>
              {basis.map(({ credential, short, passedAt }) => (
                <li key={credential}>{t('facts.basis.one', { short, day: formatDate(passedAt) })}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('facts.expires')}</dt>
        <dd>{expiresAt === null ? t('facts.expires.never') : formatDate(expiresAt)}</dd>
      </div>
      <div>
        <dt>{t('facts.standing')}</dt>
        <dd>
          <StandingLine facts={page} saying="plainly" />
        </dd>
      </div>
      <div>
        <dt>{t('facts.id')}</dt>
        <dd className={styles.id}>{id}</dd>
      </div>
    </dl>
  );
}
