import type { ReactNode } from 'react';
import styles from './GalleryPage.module.css';

/** A group of the gallery: a heading and its pieces. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.specimen}>
      <h2>{title}</h2>
      <div className={styles.pieces}>{children}</div>
    </section>
  );
}
