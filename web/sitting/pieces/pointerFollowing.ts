import type { PointerEvent as ReactPointerEvent } from 'react';

export type Following = {
  /** The pointer has moved, for the first time by more than a tremble. */
  moved(event: PointerEvent): void;
  /** The pointer was let go, or the drag was broken off. Not called for a press that never became a drag. */
  ended(isDropped: boolean): void;
};

/** Pixels that a hand trembles while it presses. */
const TREMBLE = 5;

/**
 * Follows one pointer from its press to its end, by the whole page, so that it is not lost where it leaves what it pressed.
 * Escape, or the browser taking the touch over, breaks the drag off.
 *
 * @returns breaks the drag off as well
 */
export function followPointer(press: ReactPointerEvent, { moved, ended }: Following): () => void {
  if (press.button !== 0 || !press.isPrimary) return () => {};
  const { pointerId, clientX, clientY } = press;
  const listening = new AbortController();
  let isDrag = false;
  const end = (isDropped: boolean) => {
    listening.abort();
    if (isDrag) ended(isDropped);
  };
  const whileFollowed = { signal: listening.signal };
  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== pointerId) return;
      isDrag ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > TREMBLE;
      if (isDrag) moved(event);
    },
    whileFollowed,
  );
  document.addEventListener('pointerup', (event) => event.pointerId === pointerId && end(true), whileFollowed);
  document.addEventListener('pointercancel', (event) => event.pointerId === pointerId && end(false), whileFollowed);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), whileFollowed);
  return () => end(false);
}
