import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ladderQuery, meQuery } from '../../api/queries.ts';
import { formatTime } from '../../messages/formats.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { explainUnread } from '../failures.ts';
import { liveSittingsQuery } from '../queries.ts';
import { isAdministrator } from '../roles.ts';
import { t } from '../words.ts';
import { LiveList } from './LiveList.tsx';
import { type SittingAct, SittingDialog } from './SittingDialog.tsx';
import styles from './SittingsPage.module.css';
import type { LiveSitting } from './timeLeft.ts';
import { useTick } from './useTick.ts';

type Asked = { sitting: LiveSitting; act: SittingAct };

/** Sittings going on now. Looks again by itself, without moving what somebody is about to press. */
export function SittingsPage() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const { data, error, dataUpdatedAt, refetch } = useSuspenseQuery(liveSittingsQuery);
  const tick = useTick();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const isAsking = asked !== null;
  useFocusKept(list, isAsking);
  const shortOf = (id: string) => ladder.credentials.find((credential) => credential.id === id)?.short ?? id;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <PageTitle>{t('sittings.title')}</PageTitle>
        <p>{t('sittings.lead')}</p>
        {/* Always there, so that a screen reader hears what comes to stand in it. */}
        <div role="status">{done !== null && <Notice tone="right">{done}</Notice>}</div>
      </header>
      {error !== null && (
        <Notice
          tone="wrong"
          voice="announced"
          title={t('sittings.stale', { time: formatTime(new Date(dataUpdatedAt).toISOString()) })}
        >
          {t('sittings.stale.words', { why: explainUnread(error) })}
        </Notice>
      )}
      <div ref={list} tabIndex={-1} className={styles.list}>
        <LiveList
          sittings={data.sittings}
          sinceMs={tick - data.arrivedTick}
          ownId={me.person?.candidateId ?? null}
          records={isAdministrator(me) ? 'linked' : 'closed'}
          shortOf={shortOf}
          ask={(sitting, act) => setAsked({ sitting, act })}
        />
      </div>
      {asked !== null && (
        <SittingDialog
          {...asked}
          sitting={data.sittings.find(({ id }) => id === asked.sitting.id) ?? asked.sitting}
          sinceMs={tick - data.arrivedTick}
          shortOf={shortOf}
          close={() => setAsked(null)}
          done={(words) => {
            setAsked(null);
            setDone(words);
            void refetch();
          }}
          outOfDate={() => void refetch()}
        />
      )}
    </div>
  );
}

/** After a dialogue, focus goes back to its button; where that is gone, because the sitting ended, to the list. */
function useFocusKept(list: React.RefObject<HTMLElement | null>, isAsking: boolean): void {
  useEffect(() => {
    if (isAsking) return;
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) list.current?.focus();
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [isAsking, list]);
}
