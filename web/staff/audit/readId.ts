const ID = /(?:^|\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:$|[.?#/])/i;

/** The id in what somebody typed: by itself, or at the end of an address; null if there is none. */
export function readId(text: string): string | null {
  return ID.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}
