/** The exam room of a sitting: a page of its own, outside the site's router. */
export function roomAddress(sittingId: string): string {
  return `/sittings/${sittingId}`;
}

/** True if the address leads into an exam room, so that the browser must load it anew. */
export function isRoomAddress(address: string): boolean {
  return address.startsWith('/sittings/');
}
