import type { ReactNode } from 'react';
import { Prose } from '../ui/Prose.tsx';
import styles from './TextSection.module.css';

export type TextSectionProps = {
  id: string;
  title: string;
  points: readonly string[];
  /** Points that stand each for itself, or paragraphs that follow from one another. */
  shape?: 'points' | 'paragraphs';
  children?: ReactNode;
};

/** A heading and what is said below it; nothing at all where nothing is to be said. */
export function TextSection({ id, title, points, shape = 'points', children }: TextSectionProps) {
  if (points.length === 0) return null;
  const isList = shape === 'points' && points.length > 1;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{title}</h2>
      {isList ? (
        <ul>
          {points.map((point) => (
            <li key={point}>
              <Prose text={point} />
            </li>
          ))}
        </ul>
      ) : (
        points.map((point) => (
          <p key={point}>
            <Prose text={point} />
          </p>
        ))
      )}
      {children}
    </section>
  );
}
