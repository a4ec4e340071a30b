import type { Result } from '@pyladder/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { ladderQuery, resultQuery } from '../api/queries.ts';
import { t } from '../messages/exams.ts';
import { formatList, formatMoment, formatPoints, missingPoints } from '../messages/formats.ts';
import { t as site } from '../messages/site.ts';
import { Notice } from '../ui/Notice.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SectionProfile } from '../ui/profile/SectionProfile.tsx';
import { ButtonLink } from '../ui/SiteLink.tsx';
import { PendingResult } from './PendingResult.tsx';
import { ReceiptDetails } from './ReceiptDetails.tsx';
import styles from './ResultPage.module.css';

/** A result by topic, in honest words; before there is one, what happens meanwhile. */
export function ResultPage({ sittingId }: { sittingId: string }) {
  const { data: result } = useSuspenseQuery(resultQuery(sittingId));
  const { data: ladder } = useSuspenseQuery(ladderQuery);
  if (result.released === null) return <PendingResult sittingId={sittingId} state={result.state} />;
  const shortOf = (id: string) => ladder.credentials.find((credential) => credential.id === id)?.short ?? id;
  return <ReleasedResult result={result.released} shortOf={shortOf} />;
}

export type ReleasedResultProps = { result: Result; shortOf: (credentialId: string) => string };

/** A result that is out. */
export function ReleasedResult({ result, shortOf }: ReleasedResultProps) {
  const { purpose, passed, points, max, pointsToPass, sections, answered } = result;
  const outcome = passed ? 'passed' : 'failed';
  const values = {
    exam: shortOf(result.credential),
    points: formatPoints(points),
    max: formatPoints(max),
    pointsToPass,
    missing: missingPoints(points, pointsToPass),
  };
  return (
    <article className={styles.result}>
      <PageTitle
        tab={t('result.tab', values)}
        place={<p className={styles.place}>{t(`result.place.${purpose}`, values)}</p>}
      >
        {t(`result.title.${purpose}.${outcome}`, values)}
      </PageTitle>
      <p className={styles.lead}>{t(`result.lead.${purpose}.${outcome}`, values)}</p>
      {answered < max && <p>{t('result.unanswered', { count: max - answered })}</p>}
      {result.endedBy === 'time' && <p>{t('result.byTime')}</p>}
      {result.earned.length > 0 && (
        <Notice tone="right">{t('result.earned', { credentials: formatList(result.earned.map(shortOf)) })}</Notice>
      )}
      {result.retakeFrom !== null && (
        <Notice tone="info">{t('result.retake', { ...values, when: formatMoment(result.retakeFrom) })}</Notice>
      )}
      <SectionProfile sections={sections} passMark={result.passMark} />
      <div className={styles.actions}>
        {result.hasDebrief && (
          <ButtonLink look="next" to="/results/$sittingId/debrief" params={{ sittingId: result.sittingId }}>
            <BookOpen aria-hidden="true" size={20} /> {t('result.debrief')}
          </ButtonLink>
        )}
        {(purpose === 'mock' || !passed) && (
          <ButtonLink
            look={result.hasDebrief ? 'plain' : 'next'}
            to="/exams/$credentialId/$purpose"
            params={{ credentialId: result.credential, purpose: 'mock' }}
          >
            {t('result.mock')}
          </ButtonLink>
        )}
        {purpose === 'mock' && passed && (
          <ButtonLink to="/exams/$credentialId/$purpose" params={{ credentialId: result.credential, purpose: 'real' }}>
            {t('result.real')}
          </ButtonLink>
        )}
        {result.earned.length > 0 && (
          <ButtonLink look="next" to="/wallet">
            {t('result.wallet')}
          </ButtonLink>
        )}
        <ButtonLink
          look={purpose === 'real' && passed && result.earned.length === 0 ? 'next' : 'quiet'}
          to="/dashboard"
        >
          {site('result.dashboard')}
        </ButtonLink>
      </div>
      <ReceiptDetails result={result} />
    </article>
  );
}
