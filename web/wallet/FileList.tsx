import { Download } from 'lucide-react';
import styles from './Section.module.css';
import { t } from './words.ts';

const FORMATS = ['pdf', 'png', 'svg', 'json'] as const;

export type FileListProps = { id: string; short: string; isRevoked: boolean };

/** The credential as files, each with a word about what it is good for. */
export function FileList({ id, short, isRevoked }: FileListProps) {
  const formats = isRevoked ? (['json'] as const) : FORMATS;
  return (
    <section className={styles.section}>
      <h3>{t('files.title')}</h3>
      <ul className={styles.files}>
        {formats.map((format) => (
          <li key={format}>
            <a href={`/credentials/${id}.${format}`} download={`${short}.${format}`}>
              <Download aria-hidden="true" size={18} /> {t(`files.${format}`)}
            </a>
            <p>{t(`files.${format}.words`)}</p>
          </li>
        ))}
      </ul>
      {isRevoked && <p className={styles.note}>{t('files.withdrawn')}</p>}
    </section>
  );
}
