import { CircleCheck, CircleX, Hourglass, PauseCircle } from 'lucide-react';
import { t } from '../../messages/standing.ts';
import styles from './StandingLine.module.css';
import { describeStanding, type StandingFacts, standingAt } from './standing.ts';

const ICONS = { standing: CircleCheck, suspended: PauseCircle, revoked: CircleX, expired: Hourglass };

export type StandingLineProps = {
  facts: StandingFacts;
  /** `fully` names the day of issue too, where nothing around it does. */
  saying?: 'fully' | 'plainly';
  now?: Date;
};

/** Where a credential stands, in one line: an icon and words, never colour alone. */
export function StandingLine({ facts, saying = 'fully', now = new Date() }: StandingLineProps) {
  const standing = standingAt(facts, now);
  const Icon = ICONS[standing];
  return (
    <p className={styles.standing} data-standing={standing}>
      <Icon aria-hidden="true" size={20} />
      {saying === 'plainly' && standing === 'standing' ? t('standing.plain') : describeStanding(facts, now)}
    </p>
  );
}
