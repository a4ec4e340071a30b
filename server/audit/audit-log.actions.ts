import type { Body, ReadAuditLog, Reply } from '@pyladder/contract';
import type { Deps } from '../deps.ts';
import { type EntryFilter, listActions, listEntries, listIdsOf } from './audit-log.queries.ts';
import type { StoredSeal } from './log-part.ts';
import { findHead } from './sealing.queries.ts';

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Longer numbers than this are no ids; the database could not even hold some of them. */
const LONGEST_ID = 18;

/** A page of the audit log, newest first. Names are looked up now; the log itself knows pseudonyms only. */
export async function readAuditLog(
  { db, installation }: Deps,
  { about, action, before }: Body<typeof ReadAuditLog>,
): Promise<Reply<typeof ReadAuditLog>> {
  const { issuerId } = installation;
  const found = await listEntries(db, {
    issuerId,
    about: about === undefined ? null : await resolveAbout(db, about),
    action: action ?? null,
    before: before === undefined || before.length > LONGEST_ID ? null : before,
    limit: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const head = await findHead(db, issuerId);
  return {
    entries: page.map(({ id, at, ...entry }) => ({ ...entry, id: String(id), at: at.toISOString() })),
    next: found.length > PAGE ? String(page.at(-1)?.id) : null,
    sealed: head === null ? null : { seal: head.number, at: head.sealedAt, entries: head.total, hash: head.hash },
    actions: await listActions(db, issuerId),
  };
}

/** The newest seal, for anybody to note: with it they can tell later whether the log was rewritten. Null: nothing is sealed. */
export function readHead({ db, installation }: Deps): Promise<StoredSeal | null> {
  return findHead(db, installation.issuerId);
}

/** What is about a candidate is also what is about their sittings, awards and credentials, and what they did themselves. */
async function resolveAbout(db: Deps['db'], about: string): Promise<EntryFilter['about']> {
  if (!UUID.test(about)) return { subjectIds: [about], actorId: null };
  const id = about.toLowerCase();
  return { subjectIds: [id, ...(await listIdsOf(db, id))], actorId: id };
}
