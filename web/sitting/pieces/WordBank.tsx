import { fillSlot, slotsIn } from '../answering/choosing.ts';
import type { AnswerProps } from './Answer.tsx';
import { OptionText } from './OptionText.tsx';
import { KeyHint } from './RoomButton.tsx';
import styles from './WordBank.module.css';
import { useWordDrag } from './wordDrag.ts';

/**
 * The words for the slots, whole, for pointers: dragged to a slot, or pressed to fill the first one that is empty.
 * Keyboards and screen readers have the lists of the slots, where the same words stand.
 */
export function WordBank({ item, place, isDisabled, showKeys, answering }: AnswerProps) {
  const words = slotsIn(item, place.response);
  const { drag, grab, wasDragged } = useWordDrag((option, slot) => answering.respond(fillSlot(words, slot, option)));
  const held = item.options.find(({ id }) => id === drag?.option);
  return (
    <div className={styles.bank} aria-hidden="true">
      {item.options.map((option, index) => (
        <button
          key={option.id}
          type="button"
          tabIndex={-1}
          className={styles.word}
          data-used={words.includes(option.id) || undefined}
          disabled={isDisabled}
          onPointerDown={(event) => grab(event, option.id)}
          onClick={() => {
            if (!wasDragged()) answering.choose(option.id, 'aloud');
          }}
        >
          <OptionText item={item} text={option.text} />
          {showKeys && index < 9 && <KeyHint>{String(index + 1)}</KeyHint>}
        </button>
      ))}
      {drag !== null && held !== undefined && (
        <span className={styles.held} style={{ translate: `${drag.x}px ${drag.y}px` }}>
          <OptionText item={item} text={held.text} />
        </span>
      )}
    </div>
  );
}
