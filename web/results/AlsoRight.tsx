import type { ReactNode } from 'react';
import { t } from '../messages/exams.ts';
import styles from './Answers.module.css';

export type AlsoRightProps = {
  /** How many other answers are right; nothing is shown if there is none. */
  count: number;
  what: 'orders' | 'fillings';
  children: ReactNode;
};

/** Other answers that are right, told in a line and shown on demand. */
export function AlsoRight({ count, what, children }: AlsoRightProps) {
  if (count < 1) return null;
  return (
    <details className={styles.also}>
      <summary>{t(`also.${what}`, { count })}</summary>
      {children}
    </details>
  );
}
