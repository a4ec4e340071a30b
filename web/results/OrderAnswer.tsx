import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { AlsoRight } from './AlsoRight.tsx';
import styles from './Answers.module.css';
import { findNearestAccepted } from './itemKey.ts';
import { judgeItem } from './judgeItem.ts';
import { MarkedCode, type MarkedRow } from './MarkedCode.tsx';
import { findInSequence } from './sequence.ts';
import { textOf } from './slots.ts';

/** The order that was given beside one that is right; lines out of sequence are marked in both. */
export function OrderAnswer({ item }: { item: DebriefItem }) {
  const right = findNearestAccepted(item);
  const given = item.response?.type === 'order' ? item.response.options : [];
  const isRight = judgeItem(item) === 'right';
  const inSequence = findInSequence(given.map((id) => right.indexOf(id)));
  const moved = new Set(given.filter((_, place) => inSequence[place] === false));
  return (
    <div className={styles.pair}>
      {given.length > 0 && (
        <OrderedLines
          item={item}
          title={t(isRight ? 'order.right' : 'order.mine')}
          ids={given}
          noteOf={(id) => (moved.has(id) ? t('order.belongs', { place: right.indexOf(id) + 1 }) : null)}
          part="wrong"
        />
      )}
      {!isRight && (
        <OrderedLines
          item={item}
          title={rightTitle(item)}
          ids={right}
          noteOf={(id) => (moved.has(id) ? t('order.was', { place: given.indexOf(id) + 1 }) : null)}
          part="right"
        />
      )}
      <AlsoRight count={item.accepted.length - 1} what="orders">
        {item.accepted
          .filter((one) => one !== right)
          .map((one, place) => (
            <OrderedLines
              key={one.join(' ')}
              item={item}
              title={t('order.other', { number: place + 1 })}
              ids={one}
              noteOf={() => null}
              part="right"
            />
          ))}
      </AlsoRight>
    </div>
  );
}

function rightTitle({ accepted, response }: DebriefItem): string {
  if (accepted.length === 1) return t('order.key');
  return response === null ? t('order.key.one') : t('order.key.nearest');
}

type OrderedLinesProps = {
  item: DebriefItem;
  title: string;
  ids: readonly string[];
  /** What is to be said of a line; it is marked as `part` then. */
  noteOf: (id: string) => string | null;
  part: 'right' | 'wrong';
};

function OrderedLines({ item, title, ids, noteOf, part }: OrderedLinesProps) {
  const rows = ids.flatMap((id, place) => {
    const note = noteOf(id);
    // A piece to be ordered may be of several lines; the first bears its number.
    return textOf(item, id)
      .split('\n')
      .map((line, index): MarkedRow => {
        const row = { number: index === 0 ? String(place + 1) : '', line };
        return note === null ? row : { ...row, part, note: index === 0 ? note : null };
      });
  });
  return (
    <section>
      <h3>{title}</h3>
      <MarkedCode label={title} rows={rows} />
    </section>
  );
}
