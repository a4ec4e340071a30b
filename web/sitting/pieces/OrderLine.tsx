import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { t } from '../words.ts';
import { hangingIndent } from './hangingIndent.ts';
import type { LineDrag, LineDragging } from './lineDrag.ts';
import styles from './OrderLines.module.css';

export type OrderLineProps = {
  id: string;
  text: string;
  index: number;
  count: number;
  drag: LineDrag | null;
  isLifted: boolean;
  /** Whether the Tab key leads here: of all lines it leads to one, and the arrows to the others. */
  isCurrent: boolean;
  isDisabled: boolean;
  grab: LineDragging['grab'];
  move: (to: number) => void;
  toggle: () => void;
  putDown: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
};

/** One line to put in its place: the line itself, which can be dragged or taken up, and a step up or down. */
export function OrderLine(props: OrderLineProps) {
  const { id, text, index, count, drag, isLifted, isCurrent, isDisabled } = props;
  const { place, shift } = whereabouts(drag, index);
  const line = text.trim();
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li
      className={styles.item}
      data-held={drag?.from === index || isLifted || undefined}
      style={shift === 0 ? undefined : { translate: `0 ${shift}px` }}
      onFocus={props.onFocus}
    >
      <button
        type="button"
        className={styles.line}
        data-line-id={id}
        data-line={place + 1}
        aria-label={t('order.line', { line, place: place + 1, count })}
        aria-pressed={isLifted}
        tabIndex={tabIndex}
        disabled={isDisabled}
        onPointerDown={(event) => isGrip(event) && props.grab(event, index)}
        // A press of the mouse is the beginning of a drag; only a key takes the line up.
        onClick={({ detail }) => detail === 0 && props.toggle()}
        onKeyDown={props.onKeyDown}
        onBlur={props.putDown}
      >
        <span className={styles.grip} data-grip="">
          <GripVertical aria-hidden="true" size={20} />
        </span>
        <code style={hangingIndent(text)}>{text}</code>
      </button>
      <span className={styles.steps}>
        {([-1, 1] as const).map((step) => {
          const to = index + step;
          const isEnd = to < 0 || to >= count;
          const words = t(step < 0 ? 'order.up' : 'order.down', { line });
          const Icon = step < 0 ? ArrowUp : ArrowDown;
          return (
            <button
              key={step}
              type="button"
              className={styles.step}
              aria-label={words}
              title={words}
              // Not `disabled`: a line that has come to the end must not take the focus with it.
              aria-disabled={isEnd || undefined}
              tabIndex={tabIndex}
              disabled={isDisabled}
              onClick={() => !isEnd && props.move(to)}
            >
              <Icon aria-hidden="true" size={18} />
            </button>
          );
        })}
      </span>
    </li>
  );
}

/** A mouse takes a line anywhere, a finger at its grip: elsewhere it scrolls the page. */
function isGrip({ pointerType, target }: PointerEvent): boolean {
  return pointerType === 'mouse' || (target instanceof Element && target.closest('[data-grip]') !== null);
}

/** While a line is dragged: the place that the line at `index` has, and how far it is drawn from its own (pixels). */
function whereabouts(drag: LineDrag | null, index: number): { place: number; shift: number } {
  if (drag === null) return { place: index, shift: 0 };
  const { from, to, by, room } = drag;
  if (index === from) return { place: to, shift: by };
  if (index > from && index <= to) return { place: index - 1, shift: -room };
  if (index < from && index >= to) return { place: index + 1, shift: room };
  return { place: index, shift: 0 };
}
