import { t } from '../messages/ui.ts';
import styles from './CodeGap.module.css';

/** A place for a word, and the word once there is one. `data-gap` counts from 0. @param name as in the program: `⟨1⟩` */
export function CodeGap({ name, words }: { name: string; words: readonly (string | null)[] }) {
  const number = Number(name.slice(1, -1));
  const word = words[number - 1] ?? null;
  return word === null ? (
    <span className={styles.gap} data-gap={number - 1} role="img" aria-label={t('code.gap', { number })}>
      {name}
    </span>
  ) : (
    <span className={styles.gap} data-gap={number - 1} data-number={number} data-filled="">
      {word}
    </span>
  );
}
