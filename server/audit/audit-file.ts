import { createReadStream } from 'node:fs';
import type { JsonValue, SealedEntry } from '@pyladder/exam';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { LogPart, StoredSeal } from './log-part.ts';

/** What an export says of itself before the log begins. */
export type ExportHeader = { issuer: { id: string; name: string }; keys: JWK[]; exportedAt: string };

/** The file is no export, or not a whole one. */
export class UnreadableExport extends Error {}

const FORMAT = 'pyladder-audit-1';
/** Far above any entry; whoever made the file may mean no good. */
const LONGEST_LINE = 1024 * 1024;
const DEEPEST = 100;
/** A seal covers a thousand. */
const MOST_ENTRIES = 10_000;

const Header = z.object({
  format: z.literal(FORMAT),
  issuer: z.object({ id: z.string(), name: z.string() }),
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })),
  exportedAt: z.string(),
});
const Seal: z.ZodType<StoredSeal> = z.object({
  issuerId: z.string(),
  number: z.int(),
  previous: z.string().nullable(),
  digest: z.string(),
  entries: z.int(),
  total: z.int(),
  sealedAt: z.string(),
  completeUntil: z.string().nullable(),
  hash: z.string(),
  kid: z.string(),
  signature: z.string(),
});
const Facts = z.object({
  id: z.string(),
  issuerId: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  // Whatever JSON there is, every field of it as it stands.
  detail: z.custom<JsonValue>((value) => value !== undefined),
});
const Line = z.union([
  z.strictObject({ seal: Seal }),
  z.strictObject({ sealed: z.object({ id: z.string(), hash: z.string(), entry: Facts.nullable() }) }),
  z.strictObject({ lostSeal: z.int() }),
  z.strictObject({ unsealed: Facts }),
  z.strictObject({ end: z.object({ seals: z.int(), entries: z.int(), unsealed: z.int() }) }),
]);

/** The lines of an export: JSON each, line breaks included. */
export async function* writeExport(header: ExportHeader, parts: AsyncIterable<LogPart>): AsyncGenerator<string> {
  const end = { seals: 0, entries: 0, unsealed: 0 };
  yield lineOf({ format: FORMAT, ...header });
  for await (const part of parts) {
    if (part.type === 'sealed') {
      end.seals += 1;
      end.entries += part.entries.length;
      yield [{ seal: part.seal }, ...part.entries.map((sealed) => ({ sealed }))].map(lineOf).join('');
    } else if (part.type === 'unsealed') {
      end.unsealed += 1;
      yield lineOf({ unsealed: part.entry });
    } else {
      yield lineOf({ lostSeal: part.seal });
    }
  }
  yield lineOf({ end });
}

/** Opens an export: its header, and the log as it comes. @throws UnreadableExport, also from `parts` */
export async function openExport(path: string): Promise<{ header: ExportHeader; parts: AsyncGenerator<LogPart> }> {
  const lines = readLines(path);
  const { value: first, done } = await lines.next();
  const header = done ? null : Header.safeParse(parseLine(first, 1));
  if (!header?.success) throw new UnreadableExport(`${path} is no export of an audit log.`);
  return { header: header.data, parts: readParts(lines) };
}

async function* readParts(lines: AsyncGenerator<string>): AsyncGenerator<LogPart> {
  const seen = { seals: 0, entries: 0, unsealed: 0 };
  let open: { type: 'sealed'; seal: StoredSeal; entries: SealedEntry[] } | null = null;
  let number = 1;
  for await (const text of lines) {
    number += 1;
    const { data: line } = Line.safeParse(parseLine(text, number));
    if (line === undefined) throw new UnreadableExport(`Line ${number} of the export is not understood.`);
    if ('sealed' in line) {
      if (open === null || open.entries.length === MOST_ENTRIES)
        throw new UnreadableExport(`Line ${number} of the export belongs to no seal.`);
      open.entries.push(line.sealed);
      seen.entries += 1;
      continue;
    }
    if (open !== null) yield open;
    open = null;
    if ('seal' in line) {
      open = { type: 'sealed', seal: line.seal, entries: [] };
      seen.seals += 1;
    } else if ('lostSeal' in line) {
      yield { type: 'lost_seal', seal: line.lostSeal };
    } else if ('unsealed' in line) {
      yield { type: 'unsealed', entry: line.unsealed };
      seen.unsealed += 1;
    } else {
      const { seals, entries, unsealed } = line.end;
      const isWhole = seals === seen.seals && entries === seen.entries && unsealed === seen.unsealed;
      if (isWhole && (await lines.next()).done) return;
      throw new UnreadableExport('The export holds another number of lines than it says at its end.');
    }
  }
  throw new UnreadableExport('The export ends early: it was cut off, or its writing was interrupted.');
}

async function* readLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LONGEST_LINE) throw new UnreadableExport('A line of the export is too long to be one.');
  }
  if (rest !== '') yield rest;
}

function parseLine(text: string, number: number): unknown {
  if (isDeep(text)) throw new UnreadableExport(`Line ${number} of the export is nested too deep.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableExport(`Line ${number} of the export is not JSON.`);
  }
}

/** Asked before anything recurs into what a stranger wrote. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
