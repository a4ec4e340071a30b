import { isDeepStrictEqual } from 'node:util';
import type { TrustedIssuer } from '@pyladder/credentials';
import {
  createStatusSource,
  FetchFault,
  fetchSafely,
  type Network,
  openTrust,
  openVerifiers,
  publicNetwork,
  readIssuerSource,
  type Trust,
  type Verifiers,
} from '@pyladder/credentials/node';
import type { FastifyBaseLogger } from 'fastify';

/** What a node needs to verify: threads apart from the one that saves answers, and the issuers of its configuration. */
export type Verification = {
  trust: Trust;
  verifiers: Verifiers;
  /**
   * The issuers that are known, this installation first; the same array while nothing changes, so that a thread need
   * not verify their status lists anew.
   */
  listTrusted(own: TrustedIssuer): Promise<readonly TrustedIssuer[]>;
  /** A status list of an issuer of the configuration; null if it cannot be had. */
  readList(address: string): Promise<string | null>;
  /** A credential at an address of such an issuer. @throws FetchFault, TooMuchAtOnce */
  fetchCredential(address: string): Promise<Uint8Array>;
  close(): Promise<void>;
};

export type VerificationOptions = {
  /** DIDs and addresses, as the settings have them. */
  trustedIssuers: readonly string[];
  log: Pick<FastifyBaseLogger, 'error'>;
  network?: Network;
};

/** One thread: a hall that is saving answers needs the other processors. */
const THREADS = 1;
/** A thread does hundreds a second, so who comes later than these is better told to come again. */
const MOST_WAITING = 32;
const MOST_FETCHES = 8;
const MOST_BYTES = 6 * 1024 * 1024;
const MOST_LIST_BYTES = 2 * 1024 * 1024;
const LIMIT_MS = 10_000;
/** Who verifies does not wait long for the keys of an issuer that may not be concerned. */
const PATIENCE_MS = 3000;
const LISTS = { freshMs: 60_000, restMs: 10_000, most: 50 };

/** More credentials are under way than this node takes at once. */
export class TooMuchAtOnce extends Error {
  /** Read where failures become replies: the same request may be sent again in a moment. */
  readonly statusCode = 503;

  constructor() {
    super('more credentials are being verified than this node takes at once');
    this.name = 'TooMuchAtOnce';
  }
}

/** Opens what verifying needs; nothing is fetched and no thread begun before somebody asks. */
export function openVerification({ trustedIssuers, log, network = publicNetwork }: VerificationOptions): Verification {
  const sources = trustedIssuers.flatMap((name) => {
    const source = readIssuerSource(name);
    return source === null ? [] : [{ name, source }];
  });
  const whenBroken = (err: unknown) => log.error({ err }, 'the keys of trusted issuers could not be refreshed');
  const trust = openTrust({ sources, how: { network }, patienceMs: PATIENCE_MS, whenBroken });
  const wish = { allowed: trust.origins, limitMs: LIMIT_MS, network } as const;
  const verifiers = openVerifiers({ threads: THREADS, mostWaiting: MOST_WAITING, isBackground: true });
  let fetches = 0;
  let trusted: readonly TrustedIssuer[] = [];
  return {
    trust,
    verifiers,
    async listTrusted(own) {
      const next = [own, ...(await trust.list()).issuers];
      if (!isDeepStrictEqual(next, trusted)) trusted = next;
      return trusted;
    },
    readList: createStatusSource({ ...LISTS, get: (address) => fetchList(address) }),
    async fetchCredential(address) {
      if (fetches >= MOST_FETCHES) throw new TooMuchAtOnce();
      fetches += 1;
      try {
        return (await fetchSafely(address, { ...wish, kind: 'credential', maxBytes: MOST_BYTES })).bytes;
      } finally {
        fetches -= 1;
      }
    },
    close: () => verifiers.close(),
  };

  async function fetchList(address: string): Promise<string | null> {
    try {
      const { bytes } = await fetchSafely(address, { ...wish, kind: 'json', maxBytes: MOST_LIST_BYTES });
      return Buffer.from(bytes).toString('utf8');
    } catch (error) {
      // The report says that the status is not known.
      if (error instanceof FetchFault) return null;
      throw error;
    }
  }
}
