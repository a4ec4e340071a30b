import type { HighlightedLine } from '@pyladder/exam';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './CodeBlock.module.css';
import { CodeGap } from './CodeGap.tsx';
import { classes } from './classes.ts';

export type CodeFrameProps = {
  /** What a screen reader calls it. */
  label: string;
  selection?: 'allowed' | 'forbidden';
  /** Lines, each with its own line break. */
  children: ReactNode;
};

/** The frame that code stands in. Long lines scroll inside it, and then it takes the keyboard's focus. */
export function CodeFrame({ label, selection = 'allowed', children }: CodeFrameProps) {
  const block = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = block.current;
    if (element === null) return;
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A word put into a gap makes a line longer.
    for (const content of element.children) observer.observe(content);
    return () => observer.disconnect();
  }, []);
  return (
    <figure
      ref={block}
      className={classes(styles.block, selection === 'forbidden' && styles.unselectable)}
      aria-label={label}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1).
      {...(scrolls ? { tabIndex: 0, role: 'group' } : {})}
    >
      <pre>
        <code>{children}</code>
      </pre>
    </figure>
  );
}

export type CodeLineProps = {
  line: HighlightedLine;
  /** What stands in the gaps of the program, first gap first; null leaves a gap open. */
  gaps?: readonly (string | null)[] | undefined;
};

/** One line's pieces in their tones. */
export function CodeLine({ line, gaps = [] }: CodeLineProps) {
  return line.map(([text, tone], index) => {
    if (tone === 'plain') return text;
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place; pieces never move
    if (tone === 'gap') return <CodeGap key={index} name={text} words={gaps} />;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place; pieces never move
      <span key={index} className={styles[tone]}>
        {text}
      </span>
    );
  });
}
