import { readFileSync } from 'node:fs';
import { didOfOrigin, JsonFault, type TrustedIssuer } from '@pyladder/credentials';
import {
  type NamedSource,
  openTrust,
  originOfIssuer,
  originOfSource,
  readIssuerSource,
  readTrustFile,
} from '@pyladder/credentials/node';
import { UserError } from '../user-error.ts';
import { wordsOfFault } from './fault-words.ts';

/** The issuers whose word is taken on this command line. */
export type ChosenTrust = {
  issuers: readonly TrustedIssuer[];
  /** Where documents, lists and credentials of theirs may be fetched from. */
  origins: ReadonlySet<string>;
  /** Ids of issuers that were named and whose keys could not be had, as far as their names tell. */
  unheard: readonly string[];
  /** One line for each issuer that was named and whose keys could not be had. */
  complaints: readonly string[];
};

/**
 * Reads and, where needed, fetches the issuers that somebody named: DIDs, https addresses, or files that hold a DID
 * document or an installation's list of trusted issuers.
 *
 * @throws UserError if a name is none of these
 */
export async function loadTrust(
  names: readonly string[],
  { offline, signal }: { offline: boolean; signal: AbortSignal },
): Promise<ChosenTrust> {
  const sources: NamedSource[] = [];
  const filed: TrustedIssuer[] = [];
  for (const name of names) {
    const source = readIssuerSource(name);
    if (source !== null) sources.push({ name, source });
    else filed.push(...readFileOfIssuers(name));
  }
  const away = sources.filter(({ source }) => offline && source.type !== 'key');
  const trust = openTrust({ sources: sources.filter((named) => !away.includes(named)), how: { signal } });
  const { issuers, unreachable } = await trust.list();
  const origins = [
    ...sources.map(({ source }) => originOfSource(source)),
    ...filed.map(({ id }) => originOfIssuer(id)),
  ].filter((origin) => origin !== null);
  const united = uniteKeys([...issuers, ...filed]);
  return {
    issuers: united,
    origins: new Set(origins),
    unheard: sources
      .flatMap(({ source }) => idOfSource(source) ?? [])
      .filter((id) => !united.some((one) => one.id === id)),
    complaints: [
      ...away.map(
        ({ name }) => `The keys of ${name} are not known: --offline asks nobody. Give a file with them instead.`,
      ),
      ...unreachable.map(({ name, fault }) => `The keys of ${name} could not be had: ${wordsOfFault(fault)}`),
    ],
  };
}

/** The id of an issuer by its name alone; null where only its document tells. */
function idOfSource(source: NamedSource['source']): string | null {
  switch (source.type) {
    case 'key':
    case 'document':
      return source.did;
    case 'site':
      return didOfOrigin(source.origin);
    case 'address':
      return null;
  }
}

/** A file that was saved long ago lacks newer keys; what was signed with those is no forgery because of that. */
function uniteKeys(issuers: readonly TrustedIssuer[]): TrustedIssuer[] {
  const united = new Map<string, TrustedIssuer>();
  for (const issuer of issuers) {
    const known = united.get(issuer.id);
    united.set(issuer.id, known === undefined ? issuer : { ...known, keys: [...known.keys, ...issuer.keys] });
  }
  return [...united.values()];
}

function readFileOfIssuers(path: string): TrustedIssuer[] {
  const wanted = 'a DID (did:web:exams.example.org), an https address, or a file with a DID document';
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(
      code === 'ENOENT'
        ? `${path} is no issuer to trust: write ${wanted}.`
        : `The file ${path} cannot be read (${code}).`,
    );
  }
  try {
    const issuers = readTrustFile(text);
    if (issuers !== null) return issuers;
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new UserError(`${path} is not JSON (line ${error.line}, column ${error.column}). Trust ${wanted}.`);
  }
  throw new UserError(
    `${path} holds neither a DID document with a key nor a list of trusted issuers. Trust ${wanted}.`,
  );
}
