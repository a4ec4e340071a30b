import type { ExamCredentialView } from '@pyladder/contract';
import { t } from '../messages/site.ts';
import styles from './Coverage.module.css';

/** What the exam covers: every section with its number of questions, objective by objective. */
export function Coverage({ sections }: { sections: ExamCredentialView['sections'] }) {
  const hasAdded = sections.some(({ objectives }) => objectives.some(({ from }) => from === 'added'));
  return (
    <section aria-labelledby="covers" className={styles.coverage}>
      <h2 id="covers">{t('credential.covers')}</h2>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <h3>
              {section.title}
              <span>{t('rung.questions', { count: section.items })}</span>
            </h3>
            <ul>
              {section.objectives.map(({ id, title, from }) => (
                <li key={id}>
                  {title}
                  {from === 'added' && (
                    <>
                      <sup aria-hidden="true">+</sup>
                      <span className="for-screen-readers">{t('credential.addedMark')}</span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {hasAdded && <p>{t('credential.added')}</p>}
    </section>
  );
}
