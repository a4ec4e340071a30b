import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { t } from '../messages/try.ts';
import { buttonClass } from '../ui/buttonClass.ts';
import { Loading } from '../ui/States.tsx';
import styles from './TryQuestions.module.css';

// What an exam room is made of comes only when somebody wants to answer.
const TrialRun = lazy(async () => ({ default: (await import('./TrialRun.tsx')).TrialRun }));

export type TryQuestionsProps = {
  credentialId: string;
  /** What people call the credential. */
  short: string;
  /** Where to go on after the last question. */
  onward?: ReactNode;
};

/** Practice questions of a credential, to be answered in place by anybody. */
export function TryQuestions({ credentialId, short, onward }: TryQuestionsProps) {
  const [isStarted, start] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{t('title')}</h2>
      <p>{t('words', { credential: short })}</p>
      {isStarted ? (
        <Suspense fallback={<Loading what={t('loading')} />}>
          <TrialRun credentialId={credentialId} onward={onward} />
        </Suspense>
      ) : (
        <p className={styles.start}>
          {/* An ordinary button: who only reads the page need not fetch more for it. */}
          <button type="button" className={buttonClass()} onClick={() => start(true)}>
            {t('start')}
          </button>
        </p>
      )}
      <noscript>{t('scripts')}</noscript>
    </section>
  );
}
