import type { DebriefItem } from '@pyladder/contract';
import { Check, Minus, X } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { areSentences } from '../ui/optionWords.ts';
import { PrintedText } from '../ui/PrintedText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './DebriefOptions.module.css';

type Option = DebriefItem['options'][number];
type Part = 'key-mine' | 'key' | 'mine' | 'other';

const ICONS = { 'key-mine': Check, key: Check, mine: X, other: Minus };

/** The options in the order they were shown, each with what it was: yours, right, both, or neither. */
export function DebriefOptions({ item }: { item: DebriefItem }) {
  return (
    <ul className={styles.options} data-several={item.answer.type === 'choices' || undefined}>
      {item.options.map((option) => {
        const part = partOf(option);
        const words = describePart(option, item);
        const Icon = ICONS[part];
        return (
          <li key={option.id} data-part={part}>
            <OptionText item={item} text={option.text} />
            {words !== null && (
              <span className={styles.mark}>
                <Icon aria-hidden="true" size={18} strokeWidth={2.5} />
                {words}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** An option as it was shown: code, or a sentence; printing nothing is said in words. */
export function OptionText({ item, text }: { item: Pick<DebriefItem, 'kind' | 'options'>; text: string }) {
  if (text === '') return <em>{t('option.nothing')}</em>;
  return areSentences(item) ? <Prose text={text} /> : <PrintedText text={text} />;
}

/** What an option was. */
export function partOf({ key, chosen }: Option): Part {
  if (key) return chosen ? 'key-mine' : 'key';
  return chosen ? 'mine' : 'other';
}

/** Where one is to be chosen, those that are neither need no words; where several are, each was a decision. */
function describePart(option: Option, { answer, kind, response }: DebriefItem): string | null {
  const { key } = option;
  const part = partOf(option);
  if (answer.type === 'choices') {
    if (response === null) return t(key ? 'options.key.unanswered' : 'options.other.unanswered');
    return t(`options.${part}`);
  }
  if (part === 'other') return null;
  return part !== 'mine' && kind === 'output' ? t(`option.${part}.output`) : t(`option.${part}`);
}
