import { CircleCheck, CircleX, PauseCircle } from 'lucide-react';
import { formatDay, formatSecond } from '../../messages/formats.ts';
import { explainReason } from '../../messages/standing.ts';
import { Button } from '../../ui/Button.tsx';
import { Reference } from '../Reference.tsx';
import { t } from '../words.ts';
import styles from './AwardEntry.module.css';
import { type Award, type AwardAct, openActs } from './consequences.ts';

const ICONS = { standing: CircleCheck, suspended: PauseCircle, revoked: CircleX };

export type AwardEntryProps = {
  award: Award;
  /** Short name of the rung. */
  exam: string;
  isOwn: boolean;
  ask: (act: AwardAct) => void;
};

/** One award: where it stands, what became of it, and what may be done. */
export function AwardEntry({ award, exam, isOwn, ask }: AwardEntryProps) {
  const { id, standing, awardedAt, changes } = award;
  const Icon = ICONS[standing];
  return (
    <li className={styles.award}>
      <div className={styles.facts}>
        <h3 id={`award-${id}`} tabIndex={-1}>
          {t('award.name', { exam, day: formatDay(awardedAt) })}
        </h3>
        <p className={styles.standing} data-standing={standing}>
          <Icon aria-hidden="true" size={20} /> {t(`award.${standing}`)}
        </p>
        <p className={styles.ids}>
          <span>{t('award.id')}</span> <Reference text={id} what={t('what.awardId')} />
        </p>
        {changes.length > 0 && (
          <ol className={styles.changes} aria-label={t('award.changes')}>
            {changes.map((change) => (
              <li key={`${change.type} ${change.at}`}>
                <p>
                  {t(`change.${change.type}`, {
                    at: formatSecond(change.at),
                    by: change.actor ?? t('actor.erased'),
                    reason: change.publicReason === null ? '' : explainReason(change.publicReason),
                  })}
                </p>
                <p className={styles.note}>
                  <span>{t('change.note')}</span> {change.note}
                </p>
              </li>
            ))}
          </ol>
        )}
      </div>
      {!isOwn && (
        <div className={styles.acts}>
          {openActs(award).map((act) => (
            <Button key={act} aria-describedby={`award-${id}`} onPress={() => ask(act)}>
              {t(`award.${act}.action`)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
