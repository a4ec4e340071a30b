import { HolderCheck } from '../ui/verdict/HolderCheck.tsx';
import { namesHolderHere } from './checks.ts';
import styles from './Section.module.css';
import { t } from './words.ts';

/** Where the holder keeps their name private: how to find out with their help that it is theirs. */
export function HolderSection({ id }: { id: string }) {
  return (
    <section aria-labelledby="whose" className={styles.section} data-print="never">
      <h2 id="whose">{t('whose.title')}</h2>
      <p>{t('whose.words')}</p>
      <HolderCheck namesHolder={(email) => namesHolderHere(id, email)} />
    </section>
  );
}
