import type { DebriefItem } from '@pyladder/contract';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { ButtonLink } from '../ui/SiteLink.tsx';
import styles from './DebriefSteps.module.css';
import { judgeItem } from './judgeItem.ts';

export type DebriefStepsProps = { sittingId: string; items: readonly DebriefItem[]; index: number };

/** To the next question that was missed (the one next step), and to the neighbours. */
export function DebriefSteps({ sittingId, items, index }: DebriefStepsProps) {
  const missed = items.findIndex((item, place) => place > index && judgeItem(item) !== 'right');
  const stepTo = (place: number) => ({
    to: '/results/$sittingId/debrief' as const,
    params: { sittingId },
    search: { question: place + 1 },
  });
  return (
    <nav aria-label={t('debrief.steps')} className={styles.steps}>
      {missed !== -1 ? (
        <ButtonLink look="next" {...stepTo(missed)}>
          {t('debrief.nextMissed', { number: missed + 1 })} <ArrowRight aria-hidden="true" size={20} />
        </ButtonLink>
      ) : (
        <ButtonLink look="next" to="/results/$sittingId" params={{ sittingId }}>
          {t('debrief.done')} <ArrowRight aria-hidden="true" size={20} />
        </ButtonLink>
      )}
      {index > 0 && (
        <ButtonLink {...stepTo(index - 1)}>
          <ArrowLeft aria-hidden="true" size={18} /> {t('debrief.previous')}
        </ButtonLink>
      )}
      {index + 1 < items.length && missed !== index + 1 && (
        <ButtonLink {...stepTo(index + 1)}>
          {t('debrief.next')} <ArrowRight aria-hidden="true" size={18} />
        </ButtonLink>
      )}
    </nav>
  );
}
