import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { trustedIssuersQuery } from '../api/credentials.ts';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { BatchView } from './BatchView.tsx';
import { EntryForm } from './EntryForm.tsx';
import { Explanation } from './Explanation.tsx';
import { type Input, inputOfAddress, MOST_INPUTS } from './inputs.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useVerification } from './useVerification.ts';
import styles from './VerifyPage.module.css';
import { t } from './words.ts';

export type VerifyPageProps = {
  /** A credential's address or id that the page was opened for. */
  of?: string;
};

/** Whether credentials are true: dropped, chosen or pasted, and checked in this browser. */
export function VerifyPage({ of }: VerifyPageProps) {
  const { data: trust } = useSuspenseQuery(trustedIssuersQuery);
  const verification = useVerification(trust.issuers);
  const { batch, place, start, clear } = verification;
  const main = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(0);
  const take = useCallback(
    (inputs: readonly Input[]) => {
      if (inputs.length === 0) return;
      setLeft(Math.max(0, inputs.length - MOST_INPUTS));
      start(inputs.slice(0, MOST_INPUTS));
    },
    [start],
  );
  const isOver = useFileDrop(take);
  useEffect(() => {
    if (of !== undefined) take([inputOfAddress(of, window.location.origin)]);
  }, [of, take]);
  return (
    <div className={styles.page}>
      <div ref={main} tabIndex={-1} className={styles.main}>
        <header className={styles.header}>
          <PageTitle>{t('title')}</PageTitle>
          <p>{t(`lead.${place}`)}</p>
        </header>
        {place === 'server' && <Notice tone="info">{t('server')}</Notice>}
        {left > 0 && batch !== null && <Notice tone="info">{t('tooMany', { most: MOST_INPUTS })}</Notice>}
        {batch === null ? (
          <EntryForm take={take} isOver={isOver} />
        ) : (
          <BatchView
            batch={batch}
            verifier={verification.verifier}
            ownIssuers={trust.issuers.filter(({ isOwn }) => isOwn).map(({ id }) => id)}
            stop={verification.stop}
            clear={() => {
              clear();
              main.current?.focus();
            }}
            retry={() => start(batch.entries.map(({ input }) => input))}
          />
        )}
      </div>
      <Explanation trust={trust} />
    </div>
  );
}
