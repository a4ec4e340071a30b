import { type PointerEvent as ReactPointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { followPointer } from './pointerFollowing.ts';

/** A word on its way, and where the pointer is, in pixels of the window. */
export type WordDrag = { option: string; x: number; y: number };

export type WordDragging = {
  drag: WordDrag | null;
  grab(event: ReactPointerEvent, option: string): void;
  /** Whether the last press became a drag: the click that follows one means nothing. */
  wasDragged(): boolean;
};

const SLOT = '[data-slot], [data-gap]';

/** Words that are dragged to an element with `data-slot` (a row) or `data-gap` (in the program), by mouse, pen or finger. */
export function useWordDrag(put: (option: string, slot: number) => void): WordDragging {
  const [drag, setDrag] = useState<WordDrag | null>(null);
  const dragged = useRef(false);
  const stop = useRef(() => {});
  const drop = useEffectEvent(put);
  useEffect(() => () => stop.current(), []);
  return {
    drag,
    grab(event, option) {
      dragged.current = false;
      let over: HTMLElement | null = null;
      const leave = () => over?.removeAttribute('data-over');
      stop.current = followPointer(event, {
        moved({ clientX: x, clientY: y }) {
          dragged.current = true;
          leave();
          over = slotAt(x, y);
          over?.setAttribute('data-over', '');
          setDrag({ option, x, y });
        },
        ended(isDropped) {
          leave();
          setDrag(null);
          if (isDropped && over !== null) drop(option, Number(over.dataset.slot ?? over.dataset.gap));
        },
      });
    },
    wasDragged: () => dragged.current,
  };
}

function slotAt(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>(SLOT) ?? null;
}
