import { useSyncExternalStore } from 'react';

/** Where one is in the room; each has an address of its own. */
export type Place = 'questions' | 'review';

const ADDRESS = /^\/sittings\/([^/]+)(\/review)?\/?$/;

/** The sitting and the place that an address names, or null if it names none. */
export function readAddress(pathname: string): { sittingId: string; place: Place } | null {
  const match = ADDRESS.exec(pathname);
  const sittingId = match?.[1];
  if (sittingId === undefined) return null;
  return { sittingId, place: match?.[2] === undefined ? 'questions' : 'review' };
}

/** The address of a place in a sitting. */
export function writeAddress(sittingId: string, place: Place): string {
  return `/sittings/${sittingId}${place === 'review' ? '/review' : ''}`;
}

const CHANGED = 'pyladder-place';

/** The place in the address, and how to go to another one; the browser's Back button goes back. */
export function usePlace(sittingId: string): [place: Place, go: (place: Place) => void] {
  const place = useSyncExternalStore(watchAddress, () => readAddress(location.pathname)?.place ?? 'questions');
  return [
    place,
    (next) => {
      if (next === place) return;
      history.pushState(null, '', writeAddress(sittingId, next));
      window.dispatchEvent(new Event(CHANGED));
    },
  ];
}

function watchAddress(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}
