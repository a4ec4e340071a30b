import type { LadderView, PersonRecord } from '@pyladder/contract';
import { formatDay, formatPoints, formatSecond } from '../../messages/formats.ts';
import { Reference } from '../Reference.tsx';
import { shortOf } from '../RungNames.tsx';
import { t } from '../words.ts';
import styles from './Section.module.css';

/** Exams that a person registered for and sat, newest first. */
export function ExamHistory({ ladder, record }: { ladder: LadderView; record: PersonRecord }) {
  const { sittings } = record;
  const unused = record.registrations.filter(({ sittingId }) => sittingId === null);
  const examOf = ({ credential, purpose }: { credential: string; purpose: 'real' | 'mock' }) =>
    t(`sittings.exam.${purpose}`, { exam: shortOf(ladder, credential) });
  return (
    <section className={styles.section} aria-labelledby="exams">
      <h2 id="exams">{t('exams.title')}</h2>
      {sittings.length === 0 && unused.length === 0 && <p className={styles.none}>{t('exams.none')}</p>}
      <ul className={styles.rows}>
        {unused.map((registration) => (
          <li key={registration.id}>
            <strong>{examOf(registration)}</strong>
            <span>{t('exams.registered', { day: formatDay(registration.createdAt) })}</span>
            <span>{t('exams.unused')}</span>
          </li>
        ))}
        {sittings.map((sitting) => (
          <li key={sitting.id}>
            <strong>{examOf(sitting)}</strong>
            <span>
              {t('exams.started', { at: formatSecond(sitting.startedAt) })}
              <Reference text={sitting.id} what={t('what.sittingId')} />
            </span>
            <span>{describeOutcome(sitting)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function describeOutcome({ outcome, state }: PersonRecord['sittings'][number]): string {
  if (outcome === null) return t(`sitting.${state}`);
  const { points, max, passed } = outcome;
  return t(passed ? 'exams.passed' : 'exams.notPassed', { points: formatPoints(points), max: formatPoints(max) });
}
