import type { ItemView } from '@pyladder/contract';
import { areSentences } from '../../ui/optionWords.ts';
import { Prose } from '../../ui/Prose.tsx';
import { t } from '../words.ts';
import styles from './OptionText.module.css';

type OptionTextProps = { item: Pick<ItemView, 'kind' | 'options'>; text: string };

/** What a program prints or a piece of it, space for space, or a sentence. Printing nothing is said in words. */
export function OptionText({ item, text }: OptionTextProps) {
  if (text === '') return <em className={styles.nothing}>{t('options.nothing')}</em>;
  return areSentences(item) ? (
    <span className={styles.sentence}>
      <Prose text={text} />
    </span>
  ) : (
    <span className={styles.code}>{text}</span>
  );
}

/** The same on one line, for lists of the browser, which keep neither spaces nor line breaks nor marks. */
export function onOneLine({ item, text }: OptionTextProps): string {
  if (text === '') return t('options.nothing');
  if (areSentences(item)) return text.replaceAll('`', '');
  return text.replaceAll('\n', ' ↵ ').replaceAll(' ', '\u00a0');
}
