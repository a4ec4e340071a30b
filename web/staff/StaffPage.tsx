import type { ReactNode } from 'react';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './StaffPage.module.css';

export type StaffPageProps = { title: string; lead: string; children: ReactNode };

/** A page of the staff's part of the site: what it is, what it is for, and the rest of it below. */
export function StaffPage({ title, lead, children }: StaffPageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <PageTitle>{title}</PageTitle>
        <p>{lead}</p>
      </header>
      {children}
    </div>
  );
}

/** How much was found. Always there, so that a screen reader hears what comes to stand in it. */
export function FoundCount({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.count}>
      {children}
    </p>
  );
}
