import { CirclePause, CirclePlay, Plus } from 'lucide-react';
import { formatTime } from '../../messages/formats.ts';
import { Button } from '../../ui/Button.tsx';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { Empty } from '../../ui/States.tsx';
import { Reference } from '../Reference.tsx';
import { t } from '../words.ts';
import styles from './LiveList.module.css';
import type { SittingAct } from './SittingDialog.tsx';
import { formatSecondsLeft, type LiveSitting, secondsLeft } from './timeLeft.ts';

export type LiveListProps = {
  sittings: readonly LiveSitting[];
  /** Milliseconds since the server said how things stand. */
  sinceMs: number;
  /** Of whoever looks: nobody decides about a sitting of their own. */
  ownId: string | null;
  /** Whether whoever looks may open people's records. */
  records: 'linked' | 'closed';
  shortOf: (credential: string) => string;
  ask: (sitting: LiveSitting, act: SittingAct) => void;
};

/** Live sittings in the order they began, so that none changes its place while somebody reaches for it. */
export function LiveList({ sittings, ...row }: LiveListProps) {
  const inOrder = sittings.toSorted(byStart);
  const paused = sittings.filter(({ state }) => state === 'paused').length;
  if (sittings.length === 0) {
    return <Empty title={t('sittings.none.title')}>{t('sittings.none.words')}</Empty>;
  }
  return (
    <>
      <p className={styles.count}>{t('sittings.count', { count: sittings.length, paused })}</p>
      <ul className={styles.sittings}>
        {inOrder.map((sitting) => (
          <LiveRow key={sitting.id} sitting={sitting} {...row} />
        ))}
      </ul>
    </>
  );
}

function byStart(left: LiveSitting, right: LiveSitting): number {
  return left.clock.startedAt.localeCompare(right.clock.startedAt) || left.id.localeCompare(right.id);
}

type LiveRowProps = Omit<LiveListProps, 'sittings'> & { sitting: LiveSitting };

function LiveRow({ sitting, sinceMs, ownId, records, shortOf, ask }: LiveRowProps) {
  const { id, candidateId, state, clock, answers } = sitting;
  const left = secondsLeft(sitting, sinceMs);
  const isPaused = state === 'paused';
  const StateIcon = isPaused ? CirclePause : CirclePlay;
  return (
    <li>
      <div className={styles.who}>
        <h2 id={`exam-${id}`}>{t(`sittings.exam.${sitting.purpose}`, { exam: shortOf(sitting.credential) })}</h2>
        <p>
          <span className={styles.label}>{t('sittings.candidate')}</span>{' '}
          <Reference text={candidateId} what={t('what.candidateId')} />
        </p>
        {records === 'linked' && (
          <SiteLink to="/staff/people/$candidateId" params={{ candidateId }} preload={false}>
            {t('sittings.record')}
          </SiteLink>
        )}
      </div>
      <div className={styles.how}>
        <p className={styles.left} role="timer">
          <b>{formatSecondsLeft(left)}</b> {t('sittings.left')}
        </p>
        <p className={styles.state} data-state={state}>
          <StateIcon aria-hidden="true" size={18} /> {isPaused || left > 0 ? t(`sitting.${state}`) : t('sittings.over')}
        </p>
        <p className={styles.facts}>
          {t('sittings.since', { time: formatTime(clock.startedAt) })}
          <br />
          {t('sittings.answers', { count: answers })}
        </p>
      </div>
      {candidateId === ownId ? (
        <p className={styles.facts}>{t('sittings.own')}</p>
      ) : (
        <div className={styles.acts}>
          <Button onPress={() => ask(sitting, 'grant')} aria-describedby={`exam-${id}`}>
            <Plus aria-hidden="true" size={18} /> {t('sittings.grant')}
          </Button>
          <Button onPress={() => ask(sitting, isPaused ? 'resume' : 'pause')} aria-describedby={`exam-${id}`}>
            {isPaused ? <CirclePlay aria-hidden="true" size={18} /> : <CirclePause aria-hidden="true" size={18} />}{' '}
            {t(isPaused ? 'sittings.resume' : 'sittings.pause')}
          </Button>
        </div>
      )}
    </li>
  );
}
