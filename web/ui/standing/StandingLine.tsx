import { CircleCheck, CircleX, Hourglass, PauseCircle } from 'lucide-react';
import styles from './StandingLine.module.css';
import { describeStanding, type StandingFacts, standingAt } from './standing.ts';

const ICONS = { standing: CircleCheck, suspended: PauseCircle, revoked: CircleX, expired: Hourglass };

export type StandingLineProps = { facts: StandingFacts; now?: Date };

/** Where a credential stands, in one line: an icon and words, never colour alone. */
export function StandingLine({ facts, now = new Date() }: StandingLineProps) {
  const standing = standingAt(facts, now);
  const Icon = ICONS[standing];
  return (
    <p className={styles.standing} data-standing={standing}>
      <Icon aria-hidden="true" size={20} />
      {describeStanding(facts, now)}
    </p>
  );
}
