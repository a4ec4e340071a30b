/** What a key means in the room. Options count from 0. */
export type KeyAct =
  | { type: 'choose'; option: number }
  | { type: 'strike'; option: number }
  | { type: 'flag' }
  | { type: 'notes' }
  | { type: 'review' }
  | { type: 'move'; by: -1 | 1 };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/**
 * What a key press asks for, or null. Digits go by their place on the keyboard, since on some layouts (French) they are
 * written with Shift; letters go by what they write.
 */
export function actOfKey({ key, code, shiftKey, ctrlKey, metaKey, altKey, repeat }: KeyPress): KeyAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined && !repeat) return { type: shiftKey ? 'strike' : 'choose', option: Number(digit) - 1 };
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return shiftKey ? null : { type: 'move', by: key === 'ArrowLeft' ? -1 : 1 };
  }
  if (repeat) return null;
  switch (key.toLowerCase()) {
    case 'f':
      return { type: 'flag' };
    case 'n':
      return { type: 'notes' };
    case 'r':
      return { type: 'review' };
    default:
      return null;
  }
}

/** True where keys write or belong to a dialog, so that the room must leave them alone. */
export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest('textarea, select, [contenteditable], dialog, input:not([type="radio"], [type="checkbox"])') !== null
  );
}
