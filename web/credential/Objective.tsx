import type { ExamCredentialView, ReferenceView } from '@pyladder/contract';
import { ChevronRight } from 'lucide-react';
import { t } from '../messages/site.ts';
import styles from './Objective.module.css';

type ObjectiveView = ExamCredentialView['sections'][number]['objectives'][number];

export type ObjectiveProps = { objective: ObjectiveView; references: readonly ReferenceView[] };

/** One objective; what there is to read on it is folded away until asked for. */
export function Objective({ objective, references }: ObjectiveProps) {
  if (references.length === 0) {
    return (
      <p className={styles.row}>
        <ObjectiveTitle objective={objective} />
      </p>
    );
  }
  return (
    <details className={styles.details}>
      <summary className={styles.row}>
        <ObjectiveTitle objective={objective} />
        <span className={styles.count}>
          {t('references.count', { count: references.length })}
          <ChevronRight aria-hidden="true" size={16} />
        </span>
      </summary>
      <ul>
        {references.map((reference) => (
          <li key={reference.title}>
            <Reference reference={reference} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ObjectiveTitle({ objective: { title, from } }: { objective: ObjectiveView }) {
  return (
    <span>
      {title}
      {from === 'added' && (
        <>
          <sup aria-hidden="true">+</sup>
          <span className="for-screen-readers">{t('credential.addedMark')}</span>
        </>
      )}
    </span>
  );
}

function Reference({ reference: { kind, title, author, url, why } }: { reference: ReferenceView }) {
  return (
    <>
      <span className={styles.kind}>{t(`references.kind.${kind}`)}</span>
      <span>
        {url === null ? <cite>{title}</cite> : <a href={url}>{title}</a>}
        {author !== null && ` ${t('references.by', { author })}`}
        <span className={styles.why}>{why}</span>
      </span>
    </>
  );
}
