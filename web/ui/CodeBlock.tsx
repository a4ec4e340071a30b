import type { HighlightedLine } from '@pyladder/exam';
import { t } from '../messages/ui.ts';
import styles from './CodeBlock.module.css';
import { CodeFrame, CodeLine } from './CodeFrame.tsx';

export type CodeBlockProps = {
  /** Lines as pieces with their tone, made when the bank was built: no highlighter runs here. */
  lines: readonly HighlightedLine[];
  /** Whether the text may be selected and copied; a real exam may forbid it. */
  selection?: 'allowed' | 'forbidden';
  /** What stands in the gaps of the program, first gap first; null leaves a gap open. */
  gaps?: readonly (string | null)[] | undefined;
};

/** A program with line numbers. */
export function CodeBlock({ lines, selection = 'allowed', gaps }: CodeBlockProps) {
  return (
    <CodeFrame label={t('code.label', { lines: lines.length })} selection={selection}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; lines never move
        <span key={index} className={styles.line} data-line={index + 1}>
          <CodeLine line={line} gaps={gaps} />
          {'\n'}
        </span>
      ))}
    </CodeFrame>
  );
}
