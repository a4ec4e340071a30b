import type { ItemView } from '@pyladder/contract';
import { Prose } from '../../ui/Prose.tsx';
import { t } from '../words.ts';
import styles from './OptionText.module.css';

type OptionTextProps = { kind: ItemView['kind']; text: string };

/** What a program prints or a piece of it, space for space, or a sentence. Printing nothing is said in words. */
export function OptionText({ kind, text }: OptionTextProps) {
  if (text === '') return <em className={styles.nothing}>{t('options.nothing')}</em>;
  return isSentence({ kind, text }) ? (
    <span className={styles.sentence}>
      <Prose text={text} />
    </span>
  ) : (
    <span className={styles.code}>{text}</span>
  );
}

/** The same on one line, for lists of the browser, which keep neither spaces nor line breaks nor marks. */
export function onOneLine({ kind, text }: OptionTextProps): string {
  if (text === '') return t('options.nothing');
  if (isSentence({ kind, text })) return text.replaceAll('`', '');
  return text.replaceAll('\n', ' ↵ ').replaceAll(' ', '\u00a0');
}

/** Kinds that speak about code mark it with backticks; in the others every character is Python's. */
function isSentence({ kind, text }: OptionTextProps): boolean {
  return kind === 'concept' || (SPOKEN.includes(kind) && text.includes('`'));
}
const SPOKEN: readonly ItemView['kind'][] = ['select-many', 'match', 'scenario'];
