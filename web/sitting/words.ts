import { createMessages, LOCALE } from '../messages/catalogue.ts';
import catalogue from '../messages/room.en.json' with { type: 'json' };

/** What the exam room says. */
export const { t, rich } = createMessages(catalogue);

const times = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const moments = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'medium' });

/** An instant (ISO 8601) as the time of day here: "10:42:07". */
export function formatTime(instant: string): string {
  return times.format(new Date(instant));
}

/** An instant (ISO 8601) in full: "22 November 2026 at 10:42:07". */
export function formatMoment(instant: string): string {
  return moments.format(new Date(instant));
}
