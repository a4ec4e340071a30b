import type { ItemView } from '@pyladder/contract';
import { Prose } from '../../ui/Prose.tsx';
import { t } from '../words.ts';
import styles from './Scenario.module.css';

/** The text that several questions share; it can be folded away, and stays so from one of them to the next. */
export function Scenario({ set: { text, index, size } }: { set: NonNullable<ItemView['set']> }) {
  return (
    <details className={styles.scenario} open>
      <summary>{t('set.title', { number: index + 1, count: size })}</summary>
      <p className={styles.text}>
        <Prose text={text} />
      </p>
    </details>
  );
}
