import { useRef, useState } from 'react';
import { moveWithin, orderIn } from '../answering/order.ts';
import { t } from '../words.ts';
import type { AnswerProps } from './Answer.tsx';
import { useLineDrag } from './lineDrag.ts';
import { useLineLift } from './lineLift.ts';
import { OrderLine } from './OrderLine.tsx';
import styles from './OrderLines.module.css';
import { RoomButton } from './RoomButton.tsx';

/** Lines to put in order: by dragging, by buttons, or by keyboard. Until one is touched there is no answer. */
export function OrderLines({ item, place, isDisabled, answering }: AnswerProps) {
  const { respond, say } = answering;
  const list = useRef<HTMLOListElement>(null);
  const answered = orderIn(item, place.response);
  const [current, setCurrent] = useState(answered[0] ?? '');
  const textOf = (id: string) => item.options.find((option) => option.id === id)?.text ?? '';
  const tell = (what: 'lifted' | 'moved' | 'dropped' | 'returned', id: string, order: readonly string[]) =>
    say(t(`order.${what}`, { line: textOf(id).trim(), place: order.indexOf(id) + 1, count: order.length }));
  const drop = (order: readonly string[]) => respond({ type: 'order', options: [...order] });
  const move = (id: string, from: number, to: number) => {
    const next = moveWithin(answered, from, to);
    drop(next);
    tell('moved', id, next);
  };
  const lifting = useLineLift({
    order: answered,
    isDisabled,
    drop,
    tell,
    focus: (id) =>
      linesIn(list.current)
        .find(({ dataset }) => dataset.lineId === id)
        ?.focus(),
  });
  const { drag, grab } = useLineDrag(list, (from, to) => move(answered[from] ?? '', from, to));
  const order = lifting.lift?.order ?? answered;
  return (
    <>
      <ol ref={list} className={styles.lines} data-dragging={drag !== null || undefined}>
        {order.map((id, index) => (
          <OrderLine
            key={id}
            id={id}
            text={textOf(id)}
            index={index}
            count={order.length}
            drag={drag}
            isLifted={lifting.lift?.id === id}
            isCurrent={id === (order.includes(current) ? current : order[0])}
            isDisabled={isDisabled}
            grab={grab}
            move={(to) => move(id, index, to)}
            toggle={() => lifting.toggle(id)}
            putDown={lifting.putDown}
            onKeyDown={(event) => lifting.onKeyDown(event, id)}
            onFocus={() => setCurrent(id)}
          />
        ))}
      </ol>
      {place.response === null && (
        <div className={styles.asIs}>
          <p>{t('order.none')}</p>
          <RoomButton
            isDisabled={isDisabled}
            onClick={() => {
              drop(order);
              say(t('order.taken'));
              // The button goes; the focus stays with the lines.
              linesIn(list.current)[0]?.focus();
            }}
          >
            {t('order.take')}
          </RoomButton>
        </div>
      )}
    </>
  );
}

function linesIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-line-id]') ?? [])];
}
