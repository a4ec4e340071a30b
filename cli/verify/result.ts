import { judge, type Report } from '@pyladder/credentials';
import type { PublishedChange } from './published-change.ts';
import { Unread } from './reading.ts';
import { nameOf, type Source } from './sources.ts';

/** What is told of one credential. */
export type Result = {
  /** As it was named. */
  source: string;
  report: Report;
  change: PublishedChange | null;
};

/** What is told of a credential that could not even be read. @throws what is not an outcome of reading */
export function unreadResult(source: Source, unread: unknown): Result {
  if (!(unread instanceof Unread)) throw unread;
  const { code, detail } = unread;
  const format = { result: 'failed', code, detail } as const;
  const report = judge({ format, signature: null, issuer: null, status: null, dates: null }, null);
  return { source: nameOf(source), report, change: null };
}

/** The JSON of a result: a report as the HTTP API gives it, with the name of what was verified. */
export function jsonOf({ source, report, change }: Result, now: Date): object {
  return { source, ...report, checkedAt: now.toISOString(), change };
}
