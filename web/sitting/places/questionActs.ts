import type { ItemView } from '@pyladder/contract';
import type { PlaceProgress } from '@pyladder/exam';
import { optionsIn } from '../answering/choosing.ts';
import { linePlaces } from '../answering/positions.ts';
import { type Answering, useAnswering } from '../answering/useAnswering.ts';
import type { KeyAct } from '../keys.ts';
import type { Room } from '../room.ts';
import { t } from '../words.ts';

export type QuestionActs = Answering & {
  /** What a key or a button asks for. */
  act(meant: KeyAct): void;
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
  const answering = useAnswering({ item, place, act: room.act });
  const { choose, strike, say } = answering;
  const flag = () => {
    const on = place?.flagged !== true;
    room.act({ type: 'flagged', position, on });
    say(t(on ? 'said.flagged' : 'said.unflagged', { number: position + 1 }));
  };
  const actOnOption = (meant: Extract<KeyAct, { option: number }>) => {
    if (item === undefined || place === undefined) return;
    const option = numberedOptions(item)[meant.option];
    if (option === undefined) return;
    if (meant.type === 'choose') choose(option, 'aloud');
    else if (mayStrike(item) && !optionsIn(place.response).includes(option)) {
      const on = !place.struck.includes(option);
      strike(option, on);
      say(t(on ? 'said.struck' : 'said.unstruck', { number: meant.option + 1 }));
    }
  };
  const act = (meant: KeyAct) => {
    if (meant.type === 'move') move(position + meant.by);
    else if (meant.type === 'review') review();
    else if (meant.type === 'notes') toggleNotes();
    else if (meant.type === 'flag') flag();
    else actOnOption(meant);
  };
  return { ...answering, act };
}

/** Option ids as the keys 1, 2, 3… mean them: as they stand on the page, which for places in a program is from its top. */
function numberedOptions(item: ItemView): string[] {
  return item.answer.type === 'position'
    ? linePlaces(item).map(({ option }) => option)
    : item.options.map(({ id }) => id);
}

/** Options that are read one after the other can be struck out; places, words and lines cannot. */
function mayStrike({ answer }: ItemView): boolean {
  return answer.type === 'choice' || answer.type === 'choices';
}
