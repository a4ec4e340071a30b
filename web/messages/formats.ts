import { LOCALE } from './catalogue.ts';

const lists = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const choices = new Intl.ListFormat(LOCALE, { type: 'disjunction' });
const days = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const dates = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
const seconds = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const times = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const percents = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** "PCAP and PCPP 32-1". */
export function formatList(words: readonly string[]): string {
  return lists.format(words);
}

/** "test centre or online". */
export function formatChoice(words: readonly string[]): string {
  return choices.format(words);
}

/** "22 November 2026", in the reader's own time zone. */
export function formatDay(instant: string): string {
  return days.format(new Date(instant));
}

/** "22 November 2026" for a date that a document bears (midnight UTC): the same wherever it is read. */
export function formatDate(date: string): string {
  return dates.format(new Date(date));
}

/** "Sunday 22 November at 16:40", in the reader's own time zone. */
export function formatMoment(instant: string): string {
  return moments.format(new Date(instant));
}

/** "22 Nov 2026, 16:40:07", in the reader's own time zone. */
export function formatSecond(instant: string): string {
  return seconds.format(new Date(instant));
}

/** "16:40:07", in the reader's own time zone. */
export function formatTime(instant: string): string {
  return times.format(new Date(instant));
}

/** A share in [0, 1] as "70%". */
export function formatShare(share: number): string {
  return percents.format(share);
}

/**
 * Points with one decimal where they are not whole ("19.3"), rounded down: what is short of the pass mark never
 * looks as if it reached it.
 */
export function formatPoints(points: number): string {
  return tenths.format(floorTo(points, 10));
}

/** What is missing to so many points as they are shown ("1.7"). */
export function missingPoints(points: number, needed: number): number {
  return Math.round((needed - floorTo(points, 10)) * 10) / 10;
}

/** A part of a point ("0.67"). */
export function formatPart(points: number): string {
  return hundredths.format(points);
}

/** Down to whole parts; a hair's breadth of binary rounding takes nothing away. */
function floorTo(points: number, parts: number): number {
  return Math.floor(points * parts + 1e-6) / parts;
}

/** Whole money without its cents ("$59"), the rest with them. */
export function formatMoney(cents: number, currency: string): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
}
