import type { GetTrustedIssuers, Reply } from '@pyladder/contract';
import { writeVerifyCommand } from '../ui/verdict/command.ts';
import styles from './Explanation.module.css';
import { t } from './words.ts';

const STEPS = [1, 2, 3, 4, 5] as const;

/** What is checked, whose word is taken, and how to do it for many. */
export function Explanation({ trust: { issuers, unreachable } }: { trust: Reply<typeof GetTrustedIssuers> }) {
  const own = issuers.find(({ isOwn }) => isOwn);
  const command = writeVerifyCommand({
    what: 'badge.png',
    issuerId: own?.id ?? null,
    origin: window.location.origin,
  });
  return (
    <aside className={styles.explanation} aria-label={t('how.title')}>
      <section>
        <h2>{t('how.title')}</h2>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(`how.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('trust.title')}</h2>
        {issuers.length === 0 ? (
          <p>{t('trust.none')}</p>
        ) : (
          <ul>
            {issuers.map(({ id, name, isOwn, isDemo }) => {
              const remarks = [isOwn && t('trust.own'), isDemo && t('trust.demo')].filter((remark) => remark !== false);
              return (
                <li key={id}>
                  <strong>{name}</strong>
                  {remarks.length > 0 && ` (${remarks.join(', ')})`}
                  <code>{id}</code>
                </li>
              );
            })}
          </ul>
        )}
        {unreachable.length > 0 && <p>{t('trust.unreachable', { addresses: unreachable.join(', ') })}</p>}
      </section>
      <section>
        <h2>{t('more.title')}</h2>
        <p>{t('more.words')}</p>
        <code>{command}</code>
        <p>{t('more.api')}</p>
      </section>
    </aside>
  );
}
