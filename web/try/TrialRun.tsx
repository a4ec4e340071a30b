import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../messages/try.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Loading } from '../ui/States.tsx';
import type { Failure } from './failure.ts';
import styles from './TrialRun.module.css';
import { TrialStage } from './TrialStage.tsx';
import { useTrial } from './useTrial.ts';

export type TrialRunProps = { credentialId: string; onward: ReactNode };

/** Three questions one after another, and three more. */
export function TrialRun({ credentialId, onward }: TrialRunProps) {
  const trial = useTrial(credentialId);
  const { questions, index, state, failure } = trial;
  const question = questions[index];
  const isLast = index + 1 >= questions.length;
  const place = useRef<HTMLParagraphElement>(null);
  const shown = question === undefined ? null : `${question.item} ${question.draw}`;
  useEffect(() => {
    // Whoever asked for a question goes on where it begins.
    if (shown !== null) place.current?.focus();
  }, [shown]);
  return (
    <div className={styles.run} aria-busy={state === 'fetching'}>
      {question !== undefined && shown !== null && (
        <>
          <p ref={place} tabIndex={-1} className={styles.place}>
            {t('place', { number: index + 1, count: questions.length, section: question.view.section })}
          </p>
          <TrialStage
            key={shown}
            credentialId={credentialId}
            question={question}
            isFetching={state === 'fetching'}
            replace={trial.vary}
          >
            {isLast ? (
              <Button look="next" onPress={trial.renew}>
                {t('more')}
              </Button>
            ) : (
              <Button look="next" onPress={trial.next}>
                {t('next')}
              </Button>
            )}
          </TrialStage>
          {isLast && onward !== undefined && (
            <div className={styles.onward}>
              <p>{t('done')}</p>
              {onward}
            </div>
          )}
        </>
      )}
      {question === undefined && failure === null && <Loading what={t('loading')} />}
      {failure !== null && (
        <Notice tone="wrong" voice="announced">
          <p>{drawWords(failure)}</p>
          <Button onPress={trial.retry}>{t('again')}</Button>
        </Notice>
      )}
    </div>
  );
}

function drawWords(failure: Failure): string {
  return failure.kind === 'busy' ? t('draw.busy', { seconds: failure.seconds }) : t(`draw.${failure.kind}`);
}
