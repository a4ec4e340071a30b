import { ShareCredential, type SharedFacts, type WalletEntry } from '@pyladder/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { credentialPageQuery, walletQuery } from '../api/credentials.ts';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './Section.module.css';
import { t } from './words.ts';

/** What the hosted page shows of its holder: two switches that take effect at once, and say what others then see. */
export function ShareSettings({ entry }: { entry: WalletEntry }) {
  const { id, hasProfile } = entry;
  const share = useShare(entry);
  const shares = share.isPending ? share.variables : entry.shares;
  return (
    <section className={styles.section}>
      <h3>{t('share.title')}</h3>
      <p className={styles.note}>{t('share.lead')}</p>
      <div className={styles.settings}>
        <Switch
          isOn={shares.name}
          onChange={(name) => share.mutate({ ...shares, name })}
          aria-describedby={`share-name-${id}`}
        >
          {t('share.name')}
        </Switch>
        <p id={`share-name-${id}`}>{t(`share.name.${onOff(shares.name)}`)}</p>
      </div>
      {hasProfile ? (
        <div className={styles.settings}>
          <Switch
            isOn={shares.profile}
            onChange={(profile) => share.mutate({ ...shares, profile })}
            aria-describedby={`share-profile-${id}`}
          >
            {t('share.profile')}
          </Switch>
          <p id={`share-profile-${id}`}>{t(`share.profile.${onOff(shares.profile)}`)}</p>
        </div>
      ) : (
        <p className={styles.note}>{t('share.profile.none')}</p>
      )}
      <p role="status" className={styles.note}>
        {share.isPending && t('share.saving')}
        {share.isSuccess && t('share.saved')}
      </p>
      {share.isError && (
        <Notice tone="wrong" voice="announced">
          {t('share.failed')}
        </Notice>
      )}
    </section>
  );
}

function onOff(isOn: boolean): 'on' | 'off' {
  return isOn ? 'on' : 'off';
}

/** Changes of one credential go one after another, so that the last one pressed is the one that holds. */
function useShare({ id }: WalletEntry) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `share ${id}` },
    mutationFn: (body: SharedFacts) => call(ShareCredential, { params: { id }, body }),
    onSuccess: (changed) => {
      queries.setQueryData(
        walletQuery.queryKey,
        (wallet) =>
          wallet && { ...wallet, credentials: wallet.credentials.map((one) => (one.id === id ? changed : one)) },
      );
      queries.removeQueries({ queryKey: credentialPageQuery(id).queryKey });
    },
  });
}
