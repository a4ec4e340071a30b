import { expect, test } from 'vitest';
import { actOfKey, isTypingPlace, type KeyPress } from './keys.ts';

const plain: KeyPress = {
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
};
const press = (key: string, code: string, more: Partial<KeyPress> = {}) => actOfKey({ ...plain, key, code, ...more });

test('1 to 9 choose, with Shift they strike out', () => {
  expect(press('1', 'Digit1')).toEqual({ type: 'choose', option: 0 });
  expect(press('9', 'Numpad9')).toEqual({ type: 'choose', option: 8 });
  expect(press('!', 'Digit1', { shiftKey: true })).toEqual({ type: 'strike', option: 0 });
  expect(press('0', 'Digit0')).toBeNull();
});

test('on a French keyboard the same keys choose and strike, though they write something else', () => {
  expect(press('&', 'Digit1')).toEqual({ type: 'choose', option: 0 });
  expect(press('1', 'Digit1', { shiftKey: true })).toEqual({ type: 'strike', option: 0 });
});

test('letters work whether or not Caps Lock is on, and arrows move', () => {
  expect(press('F', 'KeyF')).toEqual({ type: 'flag' });
  expect(press('n', 'KeyN')).toEqual({ type: 'notes' });
  expect(press('r', 'KeyR')).toEqual({ type: 'review' });
  expect(press('ArrowLeft', 'ArrowLeft')).toEqual({ type: 'move', by: -1 });
});

test("the browser's own shortcuts stay the browser's", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(press('r', 'KeyR', held)).toBeNull();
    expect(press('1', 'Digit1', held)).toBeNull();
  }
});

test('a key held down does not flag and unflag for as long as it is held', () => {
  expect(press('f', 'KeyF', { repeat: true })).toBeNull();
  expect(press('1', 'Digit1', { repeat: true })).toBeNull();
  expect(press('ArrowRight', 'ArrowRight', { repeat: true })).toEqual({ type: 'move', by: 1 });
});

test('a note with the letter F in it flags nothing', () => {
  document.body.innerHTML = '<textarea></textarea><input type="radio"><dialog><button></button></dialog><p></p>';
  const at = (selector: string) => isTypingPlace(document.querySelector(selector));
  expect([at('textarea'), at('dialog button')]).toEqual([true, true]);
  expect([at('input'), at('p')]).toEqual([false, false]);
});
