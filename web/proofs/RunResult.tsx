import type { MimickedBelief } from '@pyladder/contract';
import type { RunOutcome } from '@pyladder/python';
import type { Parting } from '@pyladder/python/answers';
import { t } from '../messages/proofs.ts';
import { Notice } from '../ui/Notice.tsx';
import { PrintedText } from '../ui/PrintedText.tsx';
import { BeliefAnswer } from './BeliefAnswer.tsx';
import { type Fate, judgeAnswers } from './fates.ts';
import { faultOf } from './fault.ts';
import { OptionList } from './OptionList.tsx';
import styles from './RunResult.module.css';
import { isUnreadable, LIMIT_SECONDS, type Run } from './useBench.ts';

export type RunResultProps = {
  run: Run;
  beliefs: readonly MimickedBelief[];
  /** Whether the program has been changed since. */
  isStale: boolean;
  follow: (beliefId: string) => Promise<Parting | null>;
};

/** What Python answered, what each belief answered, and which question would come of it. */
export function RunResult({ run, beliefs, isStale, follow }: RunResultProps) {
  const { python } = run;
  const { key, fates } = judgeAnswers(python, run.beliefs);
  const ran = python.status !== 'stopped' && !isUnreadable(python);
  return (
    <section className={styles.result} aria-labelledby="came" data-stale={isStale || undefined}>
      <h3 id="came">{t('result.title')}</h3>
      {isStale && <Notice tone="info">{t('result.stale')}</Notice>}
      <div className={styles.python} data-status={python.status}>
        <h4>{t('result.python')}</h4>
        <PythonAnswer outcome={python} />
        {key !== null && <p className={styles.mark}>{t('result.key')}</p>}
        {ran && key === null && <p className={styles.soft}>{t('result.noKey')}</p>}
      </div>
      {ran && (
        <>
          <h4>{t('beliefs.title')}</h4>
          <ol className={styles.beliefs}>
            {beliefs.map((belief, index) => (
              <BeliefAnswer
                // Another run is another answer: what was unfolded belonged to the one before.
                key={`${belief.id} ${run.draft.code} ${run.draft.stdin}`}
                belief={belief}
                fate={fates[index] ?? { kind: 'waiting' }}
                number={index + 1}
                follow={isStale || run.state === 'running' ? null : follow}
              />
            ))}
          </ol>
          {run.state === 'done' && key !== null && <WouldBe answer={key} fates={fates} />}
        </>
      )}
    </section>
  );
}

function PythonAnswer({ outcome }: { outcome: RunOutcome }) {
  if (outcome.status === 'finished') return <Printed text={outcome.stdout} />;
  if (outcome.status === 'stopped') {
    return (
      <>
        <p>{t(`result.stopped.${outcome.reason}`, { seconds: LIMIT_SECONDS })}</p>
        {outcome.stdout !== '' && (
          <>
            <p className={styles.soft}>{t('result.before')}</p>
            <Printed text={outcome.stdout} />
          </>
        )}
      </>
    );
  }
  const fault = faultOf(outcome);
  if (fault === null) return null;
  return (
    <>
      {'stdout' in outcome && outcome.stdout !== '' && <Printed text={outcome.stdout} />}
      <p>{fault.line === null ? t('result.error') : t('result.errorAt', { line: fault.line })}</p>
      <PrintedText text={fault.words} />
      {isUnreadable(outcome) && <p className={styles.soft}>{t('result.syntax')}</p>}
    </>
  );
}

const MOST_LINES = 40;

/** No more of a long output than somebody reads. */
function Printed({ text }: { text: string }) {
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return <PrintedText text={shown.join('\n')} />;
}

function WouldBe({ answer, fates }: { answer: string; fates: readonly Fate[] }) {
  const wrong = fates.flatMap((fate) => (fate.kind === 'option' ? [fate.text] : []));
  const toKey = fates.filter(({ kind }) => kind === 'key').length;
  const options = [{ text: answer, isKey: true }, ...wrong.map((text) => ({ text, isKey: false }))];
  return (
    <div className={styles.question}>
      <h4>{t('question.title')}</h4>
      <OptionList options={options.toSorted((one, other) => (one.text < other.text ? -1 : 1))} />
      <p>{t('question.words', { wrong: wrong.length })}</p>
      {toKey > 0 && <p>{t('question.toKey', { count: toKey })}</p>}
    </div>
  );
}
