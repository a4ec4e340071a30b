import { useSuspenseQuery } from '@tanstack/react-query';
import { ladderQuery, meQuery, recordQuery } from '../api/queries.ts';
import { t } from '../messages/site.ts';
import { Ladder } from '../ui/ladder/Ladder.tsx';
import { findStandings } from '../ui/ladder/standings.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './DashboardPage.module.css';
import { HeldAwards } from './HeldAwards.tsx';
import { NextStepPanel } from './NextStepPanel.tsx';
import { findNextStep } from './nextStep.ts';
import { SittingList } from './SittingList.tsx';

/** A learner's own page: where they stand, the one next step, what they hold and what they did. */
export function DashboardPage() {
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: record } = useSuspenseQuery(recordQuery);
  return (
    <div className={styles.dashboard}>
      <div className={styles.own}>
        <PageTitle tab={t('dashboard.tab')}>{t('dashboard.title', { name: me.person?.name ?? '' })}</PageTitle>
        <NextStepPanel step={findNextStep(ladder, record)} />
        <HeldAwards ladder={ladder} holdings={record.holdings} />
        <SittingList ladder={ladder} sittings={record.sittings} />
      </div>
      <Ladder ladder={ladder} standings={findStandings(ladder, record)} detail="short" />
    </div>
  );
}
