import type { DebriefItem } from '@pyladder/contract';
import { useEffect, useRef } from 'react';
import { t } from '../messages/try.ts';
import { DebriefAnswer } from '../results/DebriefAnswer.tsx';
import { DebriefQuestion } from '../results/DebriefQuestion.tsx';
import { Reasons } from '../results/Reasons.tsx';
import styles from './TrialDebrief.module.css';

/** The same question after its answer: what is right, what was chosen, and why; it takes the focus when it comes. */
export function TrialDebrief({ item }: { item: DebriefItem }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <article ref={place} tabIndex={-1} aria-label={t('debrief')} className={styles.debrief}>
      <DebriefQuestion item={item} />
      <DebriefAnswer item={item} />
      <Reasons item={item} />
    </article>
  );
}
