import { type ReactNode, useEffect, useRef } from 'react';
import { Brand } from '../../ui/Brand.tsx';
import { useTitle } from '../title.ts';
import { t } from '../words.ts';
import styles from './Panel.module.css';

/** A page of the room without questions: one heading, few words, the next step. Its heading takes the focus. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(t('title.plain'));
  // Also when the title changes: then something has happened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is what the focus announces
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Brand />
      </header>
      <main className={styles.panel}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
