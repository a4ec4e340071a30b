import type { ItemView } from '@pyladder/contract';
import type { PlaceProgress } from '@pyladder/exam';
import { useState } from 'react';
import type { KeyAct } from '../keys.ts';
import type { Room } from '../room.ts';
import { t } from '../words.ts';

export type QuestionActs = {
  choose(option: string | null): void;
  strike(option: string, on: boolean): void;
  /** What a key or a button asks for. */
  act(meant: KeyAct): void;
  /** What the last key did, for those who cannot see it. */
  said: string;
};

export type QuestionActParts = {
  room: Room;
  item: ItemView | undefined;
  place: PlaceProgress | undefined;
  position: number;
  move: (position: number) => void;
  review: () => void;
  toggleNotes: () => void;
};

/** What can be done with the question shown, by pointer and by key alike. */
export function useQuestionActs({
  room,
  item,
  place,
  position,
  move,
  review,
  toggleNotes,
}: QuestionActParts): QuestionActs {
  const [said, setSaid] = useState('');
  const strike = (option: string, on: boolean) => room.act({ type: 'struck', position, option, on });
  const choose = (option: string | null) => {
    // What is chosen cannot be out at the same time.
    if (option !== null && place?.struck.includes(option)) strike(option, false);
    room.act({ type: 'answer', position, response: { type: 'choice', option } });
  };
  const flag = () => {
    const on = place?.flagged !== true;
    room.act({ type: 'flagged', position, on });
    setSaid(t(on ? 'said.flagged' : 'said.unflagged', { number: position + 1 }));
  };
  const actOnOption = (meant: Extract<KeyAct, { option: number }>) => {
    const option = item?.options[meant.option]?.id;
    if (option === undefined || place === undefined) return;
    const number = meant.option + 1;
    if (meant.type === 'choose') {
      choose(option);
      setSaid(t('said.chosen', { number }));
    } else if (place.response?.type !== 'choice' || place.response.option !== option) {
      const on = !place.struck.includes(option);
      strike(option, on);
      setSaid(t(on ? 'said.struck' : 'said.unstruck', { number }));
    }
  };
  const act = (meant: KeyAct) => {
    if (meant.type === 'move') move(position + meant.by);
    else if (meant.type === 'review') review();
    else if (meant.type === 'notes') toggleNotes();
    else if (meant.type === 'flag') flag();
    else actOnOption(meant);
  };
  return { choose, strike, act, said };
}
