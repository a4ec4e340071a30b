import { Notice } from '../ui/Notice.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './ProblemList.module.css';
import type { ShownProblem } from './preview.ts';
import { t } from './words.ts';

/** What the gates find, each with its place, the line that it is about, and what to write instead. */
export function ProblemList({ problems }: { problems: readonly ShownProblem[] }) {
  return (
    <Notice tone="wrong" title={t('problems', { count: problems.length })} voice="announced">
      <ul className={styles.problems}>
        {problems.map(({ file, line, column, text, what, remedy }) => (
          <li key={`${file} ${line} ${column} ${what}`}>
            <p className={styles.where}>
              {file}:{line}:{column}
            </p>
            {text.trim() !== '' && (
              <pre>
                <code>{text}</code>
              </pre>
            )}
            <p>
              <Prose text={what} /> <strong>{<Prose text={remedy} />}</strong>
            </p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
