import { AnswerTrialQuestion, type DebriefItem, type TrialQuestion } from '@pyladder/contract';
import { isBlank, noProgress, type Response, withSave } from '@pyladder/exam';
import { type ReactNode, useState } from 'react';
import { call } from '../api/call.ts';
import { t } from '../messages/try.ts';
import { useAnswering } from '../sitting/answering/useAnswering.ts';
import { numbered } from '../sitting/store/kept.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { type Failure, readFailure } from './failure.ts';
import { TrialDebrief } from './TrialDebrief.tsx';
import { TrialQuestionView } from './TrialQuestionView.tsx';
import styles from './TrialStage.module.css';

export type TrialStageProps = {
  credentialId: string;
  question: TrialQuestion;
  isFetching: boolean;
  /** Puts another variant in the place of the question. */
  replace: () => void;
  /** The step after the debrief. */
  children: ReactNode;
};

/** One question: answered as in the exam room, then its debrief in the same place. */
export function TrialStage({ credentialId, question, isFetching, replace, children }: TrialStageProps) {
  const { view } = question;
  const [progress, setProgress] = useState(() => noProgress(view.position + 1));
  const [debrief, setDebrief] = useState<DebriefItem | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isUnanswered, setUnanswered] = useState(false);
  const place = progress.places[view.position];
  const answering = useAnswering({
    item: view,
    place,
    act(deed) {
      setUnanswered(false);
      setProgress((now) => withSave(now, numbered(deed, 0)));
    },
  });
  if (place === undefined) throw new RangeError(`a trial has no place ${view.position}`);
  const { response } = place;
  const isAnswered = response !== null && !isBlank(response);

  async function check(given: Response): Promise<void> {
    setChecking(true);
    setFailure(null);
    const params = { credential: credentialId, draw: question.draw, item: question.item };
    try {
      setDebrief(await call(AnswerTrialQuestion, { params, body: { response: given } }));
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setChecking(false);
    }
  }
  const another = <Button onPress={() => !isFetching && replace()}>{t('another')}</Button>;
  if (debrief !== null) {
    return (
      <>
        <TrialDebrief item={debrief} />
        <div className={styles.steps}>
          {children}
          {another}
        </div>
      </>
    );
  }
  return (
    <>
      <TrialQuestionView view={view} place={place} answering={answering} />
      {failure !== null && (
        <Notice tone="wrong" voice="announced">
          {failureWords(failure)}
        </Notice>
      )}
      {isUnanswered && (
        <Notice tone="info" voice="announced">
          {t('choose')}
        </Notice>
      )}
      <div className={styles.steps}>
        <Button
          look="next"
          // Not `isPending`: what that has read out speaks of the button, which is gone when the debrief comes.
          onPress={() => {
            if (isChecking) return;
            if (isAnswered) void check(response);
            else setUnanswered(true);
          }}
        >
          {t(isChecking ? 'checking' : 'check')}
        </Button>
        {another}
      </div>
    </>
  );
}

function failureWords(failure: Failure): string {
  return failure.kind === 'busy' ? t('failed.busy', { seconds: failure.seconds }) : t(`failed.${failure.kind}`);
}
