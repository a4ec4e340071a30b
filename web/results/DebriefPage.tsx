import { useSuspenseQuery } from '@tanstack/react-query';
import { debriefQuery } from '../api/queries.ts';
import { t } from '../messages/exams.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SiteLink } from '../ui/SiteLink.tsx';
import { DebriefAnswer } from './DebriefAnswer.tsx';
import { DebriefMap } from './DebriefMap.tsx';
import styles from './DebriefPage.module.css';
import { DebriefQuestion } from './DebriefQuestion.tsx';
import { DebriefSteps } from './DebriefSteps.tsx';
import { Reasons } from './Reasons.tsx';

export type DebriefPageProps = {
  sittingId: string;
  /** From 1; out of range means the first. */
  question: number;
};

/** A mock exam question by question: your answer, what Python prints, and why. */
export function DebriefPage({ sittingId, question }: DebriefPageProps) {
  const { data: debrief } = useSuspenseQuery(debriefQuery(sittingId));
  const index = debrief.items[question - 1] === undefined ? 0 : question - 1;
  const item = debrief.items[index];
  if (item === undefined) return <PageTitle>{t('debrief.empty')}</PageTitle>;
  const count = debrief.items.length;
  return (
    <div className={styles.debrief}>
      <div className={styles.top}>
        <p className={styles.place}>
          <SiteLink to="/results/$sittingId" params={{ sittingId }}>
            {t('debrief.back')}
          </SiteLink>
          <span>{t('debrief.place', { section: item.section, objective: item.objective })}</span>
        </p>
        <PageTitle tab={t('debrief.tab', { number: index + 1, count })}>
          {t('debrief.number', { number: index + 1, count })}
        </PageTitle>
      </div>
      <article key={item.position} className={styles.columns}>
        <section className={styles.column}>
          <DebriefQuestion item={item} />
          <DebriefAnswer item={item} />
        </section>
        <section className={styles.column}>
          <Reasons item={item} />
          <DebriefSteps sittingId={sittingId} items={debrief.items} index={index} />
        </section>
      </article>
      <DebriefMap sittingId={sittingId} items={debrief.items} index={index} />
    </div>
  );
}
