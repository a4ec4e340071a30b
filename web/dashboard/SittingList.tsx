import type { LadderView, Record as LearnerRecord } from '@pyladder/contract';
import { roomAddress } from '../addresses.ts';
import { formatDay, formatPoints } from '../messages/formats.ts';
import { t } from '../messages/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { Empty } from '../ui/States.tsx';
import styles from './SittingList.module.css';

type Sitting = LearnerRecord['sittings'][number];

export type SittingListProps = { ladder: LadderView; sittings: readonly Sitting[] };

/** Every exam this person has sat, newest first. */
export function SittingList({ ladder, sittings }: SittingListProps) {
  const shortOf = (id: string) => ladder.credentials.find((credential) => credential.id === id)?.short ?? id;
  if (sittings.length === 0) {
    return <Empty title={t('sittings.none.title')}>{t('sittings.none.words')}</Empty>;
  }
  return (
    <section aria-labelledby="sittings">
      <h2 id="sittings" className={styles.heading}>
        {t('sittings.title')}
      </h2>
      <ul className={styles.sittings}>
        {sittings.map((sitting) => (
          <li key={sitting.id}>
            <div>
              <strong>{t(`sittings.exam.${sitting.purpose}`, { exam: shortOf(sitting.credential) })}</strong>
              <span>{formatDay(sitting.startedAt)}</span>
            </div>
            <span className={styles.outcome} data-passed={sitting.outcome?.passed}>
              {describeOutcome(sitting)}
            </span>
            <SittingLink sitting={sitting} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function describeOutcome({ outcome, state }: Sitting): string {
  if (outcome === null) return t(`sitting.state.${state}`);
  const { points, max, passed } = outcome;
  return t(passed ? 'sittings.passed' : 'sittings.notPassed', { points: formatPoints(points), max: formatPoints(max) });
}

function SittingLink({ sitting: { id, state, outcome } }: { sitting: Sitting }) {
  if (state === 'ready' || state === 'running' || state === 'paused') {
    return <a href={roomAddress(id)}>{t('sittings.goOn')}</a>;
  }
  if (outcome === null) return <span />;
  return (
    <SiteLink to="/results/$sittingId" params={{ sittingId: id }}>
      {t('sittings.result')}
    </SiteLink>
  );
}
