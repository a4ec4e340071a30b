import type { DebriefItem } from '@pyladder/contract';
import { Check, Minus, X } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { Prose } from '../ui/Prose.tsx';
import { OptionText } from './DebriefOptions.tsx';
import styles from './MatchAnswer.module.css';
import { viewSlots } from './slots.ts';

const ICONS = { right: Check, wrong: X, empty: Minus };

/** What was matched with what if anything was, and what is right, as a table. */
export function MatchAnswer({ item }: { item: DebriefItem }) {
  const isAnswered = item.response !== null;
  return (
    <table className={styles.match}>
      <caption className="for-screen-readers">{t('match.label')}</caption>
      <thead>
        <tr>
          <td />
          {isAnswered && <th scope="col">{t('match.mine')}</th>}
          <th scope="col">{t('match.key')}</th>
        </tr>
      </thead>
      <tbody>
        {viewSlots(item).map(({ index, label, given, right, part }) => {
          const Icon = ICONS[part];
          return (
            <tr key={index} data-part={part}>
              <th scope="row">
                <Prose text={label} />
              </th>
              {isAnswered && (
                <td className={styles.given}>
                  <span>
                    <Icon aria-hidden="true" size={16} strokeWidth={3} />
                    {given === null ? t('filling.empty') : <OptionText item={item} text={given} />}
                    {given !== null && <span className="for-screen-readers">({t(`filling.${part}`)})</span>}
                  </span>
                </td>
              )}
              <td>
                <OptionText item={item} text={right} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
