import { type CSSProperties, type KeyboardEvent, useId } from 'react';
import { t } from '../messages/proofs.ts';
import { editOf } from './editing.ts';
import styles from './ProgramEditor.module.css';

/** More is no program of an exam any more. */
const MOST_CHARACTERS = 4000;
const FEWEST_LINES = 4;

export type ProgramEditorProps = {
  code: string;
  onChange: (code: string) => void;
  onRun: () => void;
  /** The line at fault, from 1, and what Python said; null if there is none. */
  fault: { line: number | null; words: string } | null;
};

/** A program to change. A plain text field, so that everything a browser and a screen reader know about one holds. */
export function ProgramEditor({ code, onChange, onRun, fault }: ProgramEditorProps) {
  const id = useId();
  const count = code.split('\n').length;
  const line = fault?.line ?? null;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey, currentTarget, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      event.preventDefault();
      onRun();
      return;
    }
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    const { value, selectionStart, selectionEnd } = currentTarget;
    const edit = editOf(key, { text: value, start: selectionStart, end: selectionEnd });
    if (edit === null) return;
    event.preventDefault();
    currentTarget.setSelectionRange(edit.from, edit.to);
    insert(currentTarget, edit.insert);
  }

  return (
    <div className={styles.editor}>
      <label htmlFor={id}>{t('bench.program')}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('bench.hint')}
      </p>
      <div className={styles.frame} data-wrong={fault !== null || undefined}>
        <ol className={styles.numbers} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line number is its place
            <li key={index} data-wrong={line === index + 1 || undefined}>
              {index + 1}
            </li>
          ))}
        </ol>
        <div className={styles.sheet}>
          {line !== null && <i className={styles.band} style={{ '--at': line - 1 } as CSSProperties} />}
          <textarea
            id={id}
            className={styles.text}
            value={code}
            rows={Math.max(FEWEST_LINES, count)}
            maxLength={MOST_CHARACTERS}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`}
            aria-invalid={fault !== null || undefined}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
      </div>
      {fault !== null && (
        <p id={`${id}-fault`} className={styles.fault}>
          {line !== null && <strong>{t('bench.errorLine', { line })}</strong>} <code>{fault.words}</code>
        </p>
      )}
    </div>
  );
}

/** As if it had been typed: it can be undone, and the field tells of its change. */
function insert(field: HTMLTextAreaElement, text: string): void {
  const isTyped = document.execCommand?.(text === '' ? 'delete' : 'insertText', false, text) ?? false;
  if (isTyped) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
