import type { StatusSource } from '../trust.ts';

export type StatusOptions = {
  /** Brings a list's text; null if it cannot be had. */
  get(address: string): Promise<string | null>;
  /** How long a list that came is used again. */
  freshMs: number;
  /** How long one that did not come is not asked for again. */
  restMs: number;
  /** How many lists are kept at most. */
  most: number;
};

type Entry = { text: Promise<string | null>; until: number };

/** Status lists by address, each asked for once however many credentials are on it, and kept for a moment. */
export function createStatusSource({ get, freshMs, restMs, most }: StatusOptions): StatusSource {
  /** Longest unused first. */
  const entries = new Map<string, Entry>();

  return (address) => {
    const known = entries.get(address);
    entries.delete(address);
    const entry = known !== undefined && known.until > performance.now() ? known : ask(address);
    entries.set(address, entry);
    const oldest = entries.keys().next();
    if (entries.size > most && !oldest.done) entries.delete(oldest.value);
    return entry.text;
  };

  function ask(address: string): Entry {
    const entry: Entry = { text: get(address), until: Number.POSITIVE_INFINITY };
    const rest = (milliseconds: number) => {
      entry.until = performance.now() + milliseconds;
    };
    entry.text.then(
      (text) => rest(text === null ? restMs : freshMs),
      () => rest(0),
    );
    return entry;
  }
}
