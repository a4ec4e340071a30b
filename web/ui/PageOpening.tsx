import type { ReactNode } from 'react';
import styles from './PageOpening.module.css';
import { PageTitle, type PageTitleProps } from './PageTitle.tsx';

export type PageOpeningProps = {
  title: Omit<PageTitleProps, 'className'>;
  lead: ReactNode;
  /** What can be done at once. */
  children?: ReactNode;
};

/** How a page of text begins: its heading, what it is about in a sentence or two, and what to do. */
export function PageOpening({ title, lead, children }: PageOpeningProps) {
  return (
    <header className={styles.opening}>
      <PageTitle {...title} />
      {lead !== null && <p className={styles.lead}>{lead}</p>}
      {children}
    </header>
  );
}
