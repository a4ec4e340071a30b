import type { Badge } from '../verifier/worker/protocol.ts';

/** What is to be verified, and what it is called in front of people. */
export type Input = { name: string; source: { badge: Badge } | { document: string } | { address: string } };

/** Most that are taken at once. */
export const MOST_INPUTS = 10_000;

const OWN_PATH = /^\/credentials\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.\w+)?\/?$/i;

/**
 * Reads what somebody pasted: addresses, one a line, or the text of one credential.
 *
 * @param origin this site's, whose credentials the browser fetches by itself
 */
export function readPasted(text: string, origin: string): Input[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > 0 && lines.every(isAddress)) return lines.map((line) => inputOfAddress(line, origin));
  const first = lines[0] ?? '';
  return [{ name: first.length > 60 ? `${first.slice(0, 60)}…` : first, source: { badge: text.trim() } }];
}

/** A credential of this site by its id or address, or a page anywhere else. */
export function inputOfAddress(address: string, origin: string): Input {
  const url = new URL(address, `${origin}/credentials/`);
  const own = url.origin === origin ? OWN_PATH.exec(url.pathname)?.[1] : undefined;
  return own === undefined
    ? { name: address, source: { address: url.href } }
    : { name: `${origin}/credentials/${own}`, source: { document: own } };
}

export function inputOfFile(file: File): Input {
  // A file out of a folder says where it lay there.
  return { name: file.webkitRelativePath || file.name, source: { badge: file } };
}

function isAddress(line: string): boolean {
  return /^https?:\/\/\S+$/i.test(line) && URL.canParse(line);
}
