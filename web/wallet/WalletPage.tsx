import type { GetWallet, LadderView, Reply } from '@pyladder/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { walletQuery } from '../api/credentials.ts';
import { ladderQuery } from '../api/queries.ts';
import { formatList } from '../messages/formats.ts';
import { toneOfRung } from '../ui/ladder/tones.ts';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import { Empty } from '../ui/States.tsx';
import { WalletCredential } from './WalletCredential.tsx';
import styles from './WalletPage.module.css';
import { t } from './words.ts';

/** The credentials of the person signed in, each with what can be done with it. */
export function WalletPage() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const { data: wallet } = useSuspenseQuery(walletQuery);
  return (
    <div className={styles.wallet}>
      <header className={styles.header}>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('lead')}</p>
      </header>
      <WalletContent ladder={ladder} wallet={wallet} />
    </div>
  );
}

export type WalletContentProps = { ladder: LadderView; wallet: Reply<typeof GetWallet> };

/** What is in the wallet, and what is about to be. */
export function WalletContent({ ladder, wallet: { credentials, pending } }: WalletContentProps) {
  const placeOf = (id: string) => ladder.credentials.findIndex((credential) => credential.id === id);
  const shortOf = (id: string) => ladder.credentials[placeOf(id)]?.short ?? id;
  return (
    <>
      {/* Always there, so that a screen reader hears what comes to stand in it. */}
      <div role="status" className={styles.pending}>
        {pending.length > 0 && (
          <Notice tone="info">{t('pending', { credentials: formatList(pending.map(shortOf)) })}</Notice>
        )}
      </div>
      {credentials.some(({ isDemo }) => isDemo) && (
        <Notice tone="info" title={t('demo.title')}>
          {t('demo.words')}
        </Notice>
      )}
      {credentials.length === 0 && pending.length === 0 && (
        <Empty
          title={t('empty.title')}
          action={
            <ButtonLink look="next" to="/dashboard">
              {t('empty.action')}
            </ButtonLink>
          }
        >
          <p>{t('empty.words')}</p>
        </Empty>
      )}
      {credentials.map((entry) => (
        <WalletCredential
          key={entry.id}
          entry={entry}
          tone={toneOfRung(Math.max(0, placeOf(entry.credential)), ladder.credentials.length)}
        />
      ))}
    </>
  );
}
