import styles from './PrintedText.module.css';

/** What a program prints, space for space. */
export function PrintedText({ text }: { text: string }) {
  return <pre className={styles.printed}>{text}</pre>;
}
