import { useId } from 'react';
import { HolderCheck } from '../ui/verdict/HolderCheck.tsx';
import { namesHolderHere } from './checks.ts';
import styles from './Section.module.css';
import { t } from './words.ts';

/** Where the holder keeps their name private: how to find out with their help that it is theirs. */
export function HolderSection({ id }: { id: string }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.section} data-print="never">
      <h2 id={heading}>{t('whose.title')}</h2>
      <p>{t('whose.words')}</p>
      <HolderCheck namesHolder={(email) => namesHolderHere(id, email)} />
    </section>
  );
}
