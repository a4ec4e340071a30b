import type { CredentialPage } from '@pyladder/contract';
import { useId } from 'react';
import { t as site } from '../messages/site.ts';
import styles from './TopicList.module.css';
import { t } from './words.ts';

/** What was examined: topics with their number of questions, each objective behind a disclosure. */
export function TopicList({ page: { topics } }: { page: CredentialPage }) {
  const heading = useId();
  if (topics.length === 0) return null;
  const items = topics.reduce((sum, topic) => sum + topic.items, 0);
  return (
    <section aria-labelledby={heading} className={styles.topics}>
      <h2 id={heading}>{t('topics.title')}</h2>
      <p>{t('topics.lead', { items, topics: topics.length })}</p>
      <ul>
        {topics.map((topic) => (
          <li key={topic.id}>
            <details>
              <summary>
                <span>{topic.title}</span>
                <span className={styles.count}>{site('rung.questions', { count: topic.items })}</span>
              </summary>
              <ul>
                {topic.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
