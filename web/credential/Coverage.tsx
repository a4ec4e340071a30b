import type { ExamCredentialView, ReferencesView } from '@pyladder/contract';
import { formatShare } from '../messages/formats.ts';
import { t } from '../messages/site.ts';
import styles from './Coverage.module.css';
import { Objective } from './Objective.tsx';
import type { CredentialText } from './texts.ts';

export type CoverageProps = {
  sections: ExamCredentialView['sections'];
  /** A sentence on each section, by its id. */
  words: CredentialText['sections'];
  reading: ReferencesView['objectives'];
};

/** What the exam covers: every section with its weight, objective by objective, each with what to read. */
export function Coverage({ sections, words, reading }: CoverageProps) {
  const items = sections.reduce((sum, section) => sum + section.items, 0);
  const hasAdded = sections.some(({ objectives }) => objectives.some(({ from }) => from === 'added'));
  const isDayUnknown = reading.some(({ references }) => references.some(({ accessed }) => accessed === null));
  return (
    <section aria-labelledby="covers" className={styles.coverage}>
      <h2 id="covers">{t('credential.covers')}</h2>
      {sections.map((section) => (
        <div key={section.id} className={styles.section}>
          <h3>
            {section.title}
            <span>{t('credential.weight', { count: section.items, share: formatShare(section.items / items) })}</span>
          </h3>
          <Weight share={section.items / items} />
          {words[section.id] !== undefined && <p>{words[section.id]}</p>}
          <ul>
            {section.objectives.map((objective) => (
              <li key={objective.id}>
                <Objective objective={objective} references={findReferences(reading, section.id, objective.id)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {hasAdded && <p className={styles.note}>{t('credential.added')}</p>}
      {isDayUnknown && <p className={styles.note}>{t('references.unknown')}</p>}
    </section>
  );
}

/** The section's share of the exam as a bar; the words beside it say the same. */
function Weight({ share }: { share: number }) {
  return (
    <svg className={styles.weight} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={styles.all} width="100" height="1" />
      <rect className={styles.part} width={100 * share} height="1" />
    </svg>
  );
}

function findReferences(reading: ReferencesView['objectives'], sectionId: string, objectiveId: string) {
  const found = reading.find(({ section, objective }) => section === sectionId && objective === objectiveId);
  return found?.references ?? [];
}
