import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { moveWithin } from '../answering/order.ts';

/** A line taken up by keyboard, and the order as it would be if it were put down now. */
export type Lift = { id: string; order: readonly string[] };

export type Lifting = {
  lift: Lift | null;
  /** Takes a line up, or puts the lifted one down where it is. */
  toggle(id: string): void;
  /** Puts down what is lifted, if anything is: the focus goes elsewhere. */
  putDown(): void;
  /** What a key means on a line; keys that mean nothing here are left to others. */
  onKeyDown(event: KeyboardEvent, id: string): void;
};

export type LiftParts = {
  order: readonly string[];
  isDisabled: boolean;
  drop(order: readonly string[]): void;
  /** Tells what happened, with the line and the order as it is now. */
  tell(what: 'lifted' | 'moved' | 'dropped' | 'returned', id: string, order: readonly string[]): void;
  focus(id: string): void;
};

/** Moves lines by keyboard: Space takes one up, the arrows move it, Space puts it down, Escape puts it back. */
export function useLineLift({ order, isDisabled, drop, tell, focus }: LiftParts): Lifting {
  const [held, setLift] = useState<Lift | null>(null);
  // A pause puts the line back where it was.
  const lift = isDisabled ? null : held;
  if (isDisabled && held !== null) setLift(null);
  const putDown = () => {
    if (lift === null) return;
    setLift(null);
    drop(lift.order);
    tell('dropped', lift.id, lift.order);
  };
  const leave = useEffectEvent(putDown);
  // Going to another question puts the line down as well.
  useEffect(() => () => leave(), []);
  const moveTo = (id: string, to: number) => {
    const next = moveWithin(lift?.order ?? order, (lift?.order ?? order).indexOf(id), to);
    setLift({ id, order: next });
    tell('moved', id, next);
  };
  return {
    lift,
    toggle(id) {
      if (isDisabled) return;
      if (lift !== null) {
        putDown();
        return;
      }
      setLift({ id, order });
      tell('lifted', id, order);
    },
    putDown,
    onKeyDown(event, id) {
      const { key } = event;
      const shown = lift?.order ?? order;
      const at = shown.indexOf(id);
      const to = targetOf(key, at, shown.length);
      if (to !== null) {
        event.preventDefault();
        const other = shown[to];
        if (lift !== null) moveTo(id, to);
        else if (other !== undefined) focus(other);
      } else if (lift !== null && key === 'Escape') {
        event.preventDefault();
        setLift(null);
        tell('returned', id, order);
      } else if (lift !== null && (key === 'ArrowLeft' || key === 'ArrowRight')) {
        // With a line in the hand these would lead to another question.
        event.preventDefault();
      }
    },
  };
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
