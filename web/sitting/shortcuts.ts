import { useEffect, useEffectEvent, useState } from 'react';
import { actOfKey, isTypingPlace, type KeyAct } from './keys.ts';

const STORED_AS = 'pyladder.room.keys';

/** Whether single keys do something: they can be switched off for people who speak to their computer (WCAG 2.1.4). */
export function useKeySwitch(): [on: boolean, turn: (on: boolean) => void] {
  const [on, setOn] = useState(() => stored() !== 'off');
  return [
    on,
    (next) => {
      setOn(next);
      remember(next ? 'on' : 'off');
    },
  ];
}

/** Listens to the whole page for the room's keys. */
export function useShortcuts(on: boolean, act: (act: KeyAct) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (!on || event.defaultPrevented || isTypingPlace(event.target) || document.querySelector('dialog[open]')) return;
    const meant = actOfKey(event);
    if (meant === null || (meant.type === 'move' && isScrollable(event.target))) return;
    // Otherwise the arrows would also go to the next radio button, and N would be the first letter of the note.
    event.preventDefault();
    act(meant);
  });
  useEffect(() => {
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
}

/** A wide program that has the focus is scrolled by the arrows. */
function isScrollable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.scrollWidth > target.clientWidth &&
    target.tabIndex === 0 &&
    target.closest('figure') !== null
  );
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch (error) {
    return forbidden(error);
  }
}

function remember(word: string): void {
  try {
    localStorage.setItem(STORED_AS, word);
  } catch (error) {
    forbidden(error);
  }
}

/** A browser may forbid storage: the switch then holds as long as the page. Anything else is a bug. */
function forbidden(error: unknown): null {
  if (!(error instanceof DOMException)) throw error;
  return null;
}
