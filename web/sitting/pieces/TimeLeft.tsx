import { useEffect, useState } from 'react';
import { type Reading, remainingAt, timeLeft } from '../clock/clock.ts';
import { t } from '../words.ts';
import { instruments } from './instruments.ts';
import styles from './TopBar.module.css';

/** The time that is left, in minutes; it is announced elsewhere, and only three times. */
export function TimeLeft({ reading }: { reading: Reading }) {
  const { amount, unit } = timeLeft(useRemaining(reading));
  const isEstimate = reading.source === 'estimate';
  const isStanding = reading.clock.deadline === null;
  return (
    <p className={styles.time} title={isEstimate ? t('time.estimate') : undefined}>
      {isEstimate && <small>{t('time.about')}</small>}
      <strong>{amount}</strong>
      <small>{t(`time.${unit}`, { amount })}</small>
      {isStanding && <small>{t('time.standing')}</small>}
    </p>
  );
}

function useRemaining(reading: Reading): number {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return remainingAt(reading, instruments());
}
