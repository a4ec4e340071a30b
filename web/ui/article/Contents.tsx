import { t } from '../../messages/site.ts';
import styles from './Contents.module.css';

/** What is on this page, to jump to. */
export function Contents({ sections }: { sections: readonly { id: string; title: string }[] }) {
  return (
    <nav aria-labelledby="contents" className={styles.contents}>
      <h2 id="contents">{t('contents.title')}</h2>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
