import type { HighlightedLine } from '@pyladder/exam';
import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../messages/ui.ts';
import styles from './CodeBlock.module.css';
import { classes } from './classes.ts';

export type CodeBlockProps = {
  /** Lines as pieces with their tone, made when the bank was built: no highlighter runs here. */
  lines: readonly HighlightedLine[];
  /** Whether the text may be selected and copied; a real exam may forbid it. */
  selection?: 'allowed' | 'forbidden';
};

/** A program with line numbers. Long lines scroll inside the block, which then takes the keyboard's focus. */
export function CodeBlock({ lines, selection = 'allowed' }: CodeBlockProps) {
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
    return () => observer.disconnect();
  }, []);
  return (
    <figure
      ref={block}
      className={classes(styles.block, selection === 'forbidden' && styles.unselectable)}
      aria-label={t('code.label', { lines: lines.length })}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1).
      {...(scrolls ? { tabIndex: 0, role: 'group' } : {})}
    >
      <pre>
        <code>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; lines never move
            <span key={index} className={styles.line} data-line={index + 1}>
              <CodeLine line={line} />
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}

/** One line's pieces in their tones. */
function CodeLine({ line }: { line: HighlightedLine }) {
  return line.map(([text, tone], index) =>
    tone === 'plain' ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place; pieces never move
      <span key={index} className={styles[tone]}>
        {text}
      </span>
    ),
  );
}
