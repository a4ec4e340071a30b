const DAY_MS = 86_400_000;

/**
 * The day of an instant, by its beginning in UTC. Of what one person earned in one hour, instants would tie together the
 * credentials; a day is shared with many.
 */
export function dayOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS);
}
