import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { roomAddress } from '../addresses.ts';
import { formatMoment, formatPoints } from '../messages/formats.ts';
import { t } from '../messages/site.ts';
import { ButtonAnchor, ButtonLink } from '../ui/SiteLink.tsx';
import styles from './NextStepPanel.module.css';
import type { NextStep } from './nextStep.ts';

/** The one thing to do now, in words and as one button. */
export function NextStepPanel({ step }: { step: NextStep }) {
  const heading = useId();
  const exam = step.credential?.short ?? 'none';
  const questions = step.credential?.exam.items ?? 0;
  const minutes = step.credential?.exam.minutes ?? 0;
  const earliest = step.kind === 'wait-for-retake' ? formatMoment(step.earliest) : '';
  const { points, max } = step.kind === 'study-debrief' ? step : { points: 0, max: 0 };
  const values = { exam, questions, minutes, earliest, points: formatPoints(points), max: formatPoints(max) };
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <p className={styles.kicker}>{t('dashboard.next')}</p>
      <h2 id={heading}>{t(`next.${step.kind}.title`, values)}</h2>
      <p>{t(`next.${step.kind}.words`, values)}</p>
      <div className={styles.actions}>
        <NextStepActions step={step} />
      </div>
    </section>
  );
}

function NextStepActions({ step }: { step: NextStep }) {
  const arrow = <ArrowRight aria-hidden="true" size={20} />;
  switch (step.kind) {
    case 'resume':
      return (
        <ButtonAnchor look="next" href={roomAddress(step.sittingId)}>
          {t('next.resume.action')} {arrow}
        </ButtonAnchor>
      );
    case 'await-result':
      return (
        <ButtonLink look="next" to="/results/$sittingId" params={{ sittingId: step.sittingId }}>
          {t('next.await-result.action')} {arrow}
        </ButtonLink>
      );
    case 'study-debrief':
      return (
        <>
          <ButtonLink look="next" to="/results/$sittingId/debrief" params={{ sittingId: step.sittingId }}>
            {t('next.study-debrief.action')} {arrow}
          </ButtonLink>
          <ButtonLink to="/exams/$credentialId/$purpose" params={{ credentialId: step.credential.id, purpose: 'mock' }}>
            {t('next.again')}
          </ButtonLink>
        </>
      );
    case 'nothing-offered':
      return <ButtonLink to="/">{t('next.nothing-offered.action')}</ButtonLink>;
    default: {
      const purpose = step.kind === 'first-mock' || step.kind === 'wait-for-retake' ? 'mock' : 'real';
      return (
        <>
          <ButtonLink
            look="next"
            to="/exams/$credentialId/$purpose"
            params={{ credentialId: step.credential.id, purpose }}
          >
            {t(`next.${step.kind}.action`)} {arrow}
          </ButtonLink>
          {step.kind !== 'wait-for-retake' && <OtherExam step={step} taken={purpose} />}
        </>
      );
    }
  }
}

type OtherExamProps = {
  step: Extract<NextStep, { kind: 'first-mock' | 'take-real' | 'start-registered' }>;
  taken: 'real' | 'mock';
};

/** The mock exam beside the real one, or the other way about. */
function OtherExam({ step: { credential }, taken }: OtherExamProps) {
  const other = taken === 'real' ? 'mock' : 'real';
  if (!credential.offers[other]) return null;
  return (
    <ButtonLink to="/exams/$credentialId/$purpose" params={{ credentialId: credential.id, purpose: other }}>
      {t(`next.other.${other}`)}
    </ButtonLink>
  );
}
