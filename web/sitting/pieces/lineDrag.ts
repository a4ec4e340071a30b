import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { followPointer } from './pointerFollowing.ts';

/** A line on its way: from which place, to which, how far it has come and how much room it takes (pixels). */
export type LineDrag = { from: number; to: number; by: number; room: number };

export type LineDragging = { drag: LineDrag | null; grab(event: ReactPointerEvent, from: number): void };

/** Distance from the top or the bottom of the window at which the page scrolls along, and by how much, in pixels. */
const EDGE = 110;
const STEP = 14;

/**
 * Lines of a list that are dragged up and down by mouse, pen or finger. The list itself stays as it is until the drop,
 * so that nothing under the pointer goes away.
 *
 * @param list its children are the lines
 */
export function useLineDrag(
  list: RefObject<HTMLOListElement | null>,
  drop: (from: number, to: number) => void,
): LineDragging {
  const [drag, setDrag] = useState<LineDrag | null>(null);
  const stop = useRef(() => {});
  const dropped = useEffectEvent(drop);
  useEffect(() => () => stop.current(), []);
  return {
    drag,
    grab(event, from) {
      const element = list.current;
      if (element === null) return;
      const boxes = boxesOf(element);
      const start = event.clientY - element.getBoundingClientRect().top;
      let to = from;
      stop.current = followPointer(event, {
        moved({ clientY }) {
          scrollAlong(clientY);
          const by = clientY - element.getBoundingClientRect().top - start;
          to = placeAt(boxes, from, by);
          setDrag({ from, to, by, room: roomOf(boxes, from) });
        },
        ended(isDropped) {
          setDrag(null);
          if (isDropped) dropped(from, to);
        },
      });
    },
  };
}

type Box = { top: number; height: number };

function boxesOf(list: HTMLElement): Box[] {
  const { top } = list.getBoundingClientRect();
  return [...list.children].map((child) => {
    const box = child.getBoundingClientRect();
    return { top: box.top - top, height: box.height };
  });
}

/** The place of a line that has come `by` pixels: it passes another one with its edge at that one's middle. */
export function placeAt(boxes: readonly Box[], from: number, by: number): number {
  const moved = boxes[from];
  if (moved === undefined) return from;
  const top = moved.top + by;
  const bottom = top + moved.height;
  const middle = (box: Box) => box.top + box.height / 2;
  const passedDown = boxes.filter((box, index) => index > from && bottom > middle(box)).length;
  const passedUp = boxes.filter((box, index) => index < from && top < middle(box)).length;
  return from + passedDown - passedUp;
}

/** What the others move by to close up behind a line: its height, and the distance between two lines. */
function roomOf(boxes: readonly Box[], from: number): number {
  const [first, second] = boxes;
  const gap = first === undefined || second === undefined ? 0 : second.top - first.top - first.height;
  return (boxes[from]?.height ?? 0) + gap;
}

function scrollAlong(clientY: number): void {
  if (clientY < EDGE) window.scrollBy(0, -STEP);
  else if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
}
