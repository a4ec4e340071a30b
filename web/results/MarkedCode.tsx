import type { ReactNode } from 'react';
import block from '../ui/CodeBlock.module.css';
import { CodeFrame } from '../ui/CodeFrame.tsx';
import { classes } from '../ui/classes.ts';
import styles from './MarkedCode.module.css';

export type MarkedRow = {
  /** What stands before the line: its number, or a sign. */
  number: string;
  line: ReactNode;
  part?: 'right' | 'wrong';
  /** What is to be said of the line, above it. */
  note?: string | null;
};

/** Code some of whose lines are marked, each mark by a sign, in words, and by its ground. */
export function MarkedCode({ label, rows }: { label: string; rows: readonly MarkedRow[] }) {
  return (
    <CodeFrame label={label}>
      {rows.map(({ number, line, part, note }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; lines never move
        <span key={place} className={styles.row} data-part={part}>
          {note != null && <span className={styles.note}>{note} </span>}
          <span className={classes(block.line, styles.line)} data-line={number}>
            {line}
            {'\n'}
          </span>
        </span>
      ))}
    </CodeFrame>
  );
}
