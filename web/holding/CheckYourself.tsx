import type { CredentialPage } from '@pyladder/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useId } from 'react';
import { NetworkError } from '../api/call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import { ReportView } from '../ui/verdict/ReportView.tsx';
import { verifyHere } from './checks.ts';
import { OtherWays } from './OtherWays.tsx';
import styles from './Section.module.css';
import { t } from './words.ts';

/** How to find out for oneself that the page tells the truth: here in the browser, or elsewhere. */
export function CheckYourself({ page }: { page: CredentialPage }) {
  const heading = useId();
  const queries = useQueryClient();
  const check = useMutation({ mutationFn: () => verifyHere(queries, page) });
  const action = check.isPending ? 'pending' : check.isSuccess ? 'again' : 'here';
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading}>{t('check.title')}</h2>
      <p data-print="never">{t('check.lead')}</p>
      <div className={styles.actions} data-print="never">
        <Button look="next" isPending={check.isPending} onPress={() => check.mutate()}>
          <ShieldCheck aria-hidden="true" size={20} /> {t(`check.${action}`)}
        </Button>
        <ButtonLink look="quiet" to="/verify">
          {t('check.other')}
        </ButtonLink>
      </div>
      <div role="status">
        {check.isError && (
          <Notice tone="wrong">{t(`check.${check.error instanceof NetworkError ? 'offline' : 'failed'}`)}</Notice>
        )}
      </div>
      {check.isSuccess && <ReportView finding={check.data} name={page.address} focus="taken" />}
      <OtherWays page={page} />
    </section>
  );
}
