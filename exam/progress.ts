import { isBlank, type Response } from './response.ts';
import type { Save } from './sitting.ts';

/** What a candidate has done with one item. */
export type PlaceProgress = {
  seen: boolean;
  /** The answer, or null while there is none. */
  response: Response | null;
  flagged: boolean;
  /** Ids of the options struck out, in the order they were struck. */
  struck: string[];
  note: string;
};

/** Where a candidate is in a sitting: enough to put them back exactly there. */
export type Progress = { position: number; places: PlaceProgress[] };

/** The progress of somebody who has just been given a form of `size` items. */
export function noProgress(size: number): Progress {
  return {
    position: 0,
    places: Array.from({ length: size }, () => ({ seen: false, response: null, flagged: false, struck: [], note: '' })),
  };
}

/**
 * The progress after one more save. Server and browser fold the same saves with it, so both show the same room.
 * A save for a position that the form does not have changes nothing.
 */
export function withSave(progress: Progress, save: Save): Progress {
  const place = progress.places[save.position];
  if (place === undefined) return progress;
  const position = save.type === 'viewed' ? save.position : progress.position;
  return { position, places: progress.places.with(save.position, withPlaceSave(place, save)) };
}

function withPlaceSave(place: PlaceProgress, save: Save): PlaceProgress {
  switch (save.type) {
    case 'answer':
      return { ...place, response: isBlank(save.response) ? null : save.response };
    case 'viewed':
      return { ...place, seen: true };
    case 'flagged':
      return { ...place, flagged: save.on };
    case 'struck': {
      const others = place.struck.filter((option) => option !== save.option);
      return { ...place, struck: save.on ? [...others, save.option] : others };
    }
    case 'noted':
      return { ...place, note: save.text };
    case 'focus':
      return place;
  }
}
