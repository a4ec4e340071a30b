import type { ItemView } from '@pyladder/contract';
import { blankResponse, type PlaceProgress, type Response } from '@pyladder/exam';
import { useState } from 'react';
import type { Deed } from '../store/kept.ts';
import { t } from '../words.ts';
import { chooseOption, optionsIn } from './choosing.ts';
import { linePlaces, placeWords } from './positions.ts';
import { spaceOf } from './space.ts';

/** What is told to those who cannot see what happened; `turn` grows, so that the same words are told twice. */
export type Said = { words: string; turn: number };

/** How one question is answered, by pointer and by key alike. */
export type Answering = {
  /** Points at an option; `aloud` where no control of the browser tells by itself what came of it. */
  choose(option: string, voice?: 'aloud'): void;
  respond(response: Response): void;
  clear(): void;
  strike(option: string, on: boolean): void;
  say(words: string): void;
  said: Said;
  /** True after more was asked for than there is room for, until something is changed. */
  isFull: boolean;
};

export type AnsweringParts = {
  item: ItemView | undefined;
  place: PlaceProgress | undefined;
  act: (deed: Deed) => void;
};

/** Turns what a candidate does with a question into deeds. */
export function useAnswering({ item, place, act }: AnsweringParts): Answering {
  const [said, setSaid] = useState<Said>({ words: '', turn: 0 });
  const [fullAt, setFullAt] = useState<number | null>(null);
  const position = item?.position ?? 0;
  const response = place?.response ?? null;
  if (fullAt !== null && fullAt !== position) setFullAt(null);
  const say = (words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 }));
  const respond = (next: Response) => {
    setFullAt(null);
    act({ type: 'answer', position, response: next });
  };
  const strike = (option: string, on: boolean) => act({ type: 'struck', position, option, on });
  const choose = (option: string, voice?: 'aloud') => {
    if (item === undefined) return;
    const next = chooseOption(item, response, option);
    if (next === null) return;
    if (next === 'full') {
      setFullAt(position);
      say(fullWords(item));
      return;
    }
    // What is chosen cannot be out at the same time.
    if (place?.struck.includes(option) && optionsIn(next).includes(option)) strike(option, false);
    respond(next);
    if (voice === 'aloud') say(chosenWords(item, next, option));
  };
  const clear = () => {
    if (item === undefined) return;
    respond(blankResponse(spaceOf(item)));
    say(t('said.cleared'));
  };
  return { choose, respond, clear, strike, say, said, isFull: fullAt === position };
}

/** Why there is no room for one more, and what to do. */
export function fullWords({ answer }: ItemView): string {
  return answer.type === 'choices' ? t('choices.full', { pick: answer.pick ?? 0 }) : t('slots.full');
}

/** What came of pointing at an option: "Option 2 chosen." */
function chosenWords(item: ItemView, response: Response, option: string): string {
  const number = item.options.findIndex(({ id }) => id === option) + 1;
  switch (response.type) {
    case 'choice': {
      const place = linePlaces(item).find((each) => each.option === option);
      return place === undefined
        ? t('said.chosen', { number })
        : t('said.placed', { place: placeWords(place.after).toLowerCase() });
    }
    case 'choices':
      return t(response.options.includes(option) ? 'said.chosen' : 'said.unchosen', { number });
    case 'slots':
      return t('said.filled', {
        count: response.options.filter((each) => each !== null).length,
        of: response.options.length,
      });
    case 'order':
      return '';
  }
}
