import type { TrustedIssuer } from '../trust.ts';
import type { FetchFault } from './fetch-fault.ts';
import { type IssuerSource, originOfSource } from './issuer-source.ts';
import { type IssuerFault, type IssuerFetch, isIssuerFault, loadIssuer } from './load-issuer.ts';

/** An issuer as it was named, with what to load it from. */
export type NamedSource = { name: string; source: IssuerSource };

/** One whose keys are not known, and why. */
export type Unreachable = { name: string; fault: FetchFault | IssuerFault | null };

/** The issuers whose word is taken, as far as their keys are known. */
export type Trust = {
  /** Where documents, lists and credentials of theirs may be fetched from. */
  origins: ReadonlySet<string>;
  /** Waits for those that are not known yet, but never longer than its patience; the same array while nothing changes. */
  list(): Promise<{ issuers: readonly TrustedIssuer[]; unreachable: readonly Unreachable[] }>;
};

export type TrustOptions = {
  sources: readonly NamedSource[];
  how?: Omit<IssuerFetch, 'allowed'>;
  /** After this keys are fetched again, behind the back of whoever asks. */
  freshMs?: number;
  /** After this an issuer that could not be reached is tried again. */
  restMs?: number;
  /** How long somebody who asks is made to wait at most. */
  patienceMs?: number;
  /** Told of a bug that nobody waits for; thrown unless said. */
  whenBroken?: (error: unknown) => void;
};

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 12_000;

type Entry = NamedSource & {
  issuer: TrustedIssuer | null;
  fault: FetchFault | IssuerFault | null;
  /** On the process's own clock. */
  until: number;
  loading: Promise<void> | null;
};

/**
 * Opens the issuers of a configuration. Keys that were once had stay believed while their issuer cannot be reached: what
 * was signed does not become false because a server is away.
 */
export function openTrust(options: TrustOptions): Trust {
  const { sources, how = {}, freshMs = HOUR_MS, restMs = MINUTE_MS, patienceMs = PATIENCE_MS } = options;
  const { whenBroken = rethrow } = options;
  const origins = new Set(sources.flatMap(({ source }) => originOfSource(source) ?? []));
  const entries: Entry[] = sources.map((named) => ({ ...named, issuer: null, fault: null, until: 0, loading: null }));
  let issuers: readonly TrustedIssuer[] = [];

  function refresh(entry: Entry): Promise<void> {
    if (entry.loading !== null) return entry.loading;
    if (entry.until > performance.now()) return Promise.resolve();
    entry.loading = load(entry).finally(() => {
      entry.loading = null;
    });
    return entry.loading;
  }

  async function load(entry: Entry): Promise<void> {
    try {
      entry.issuer = await loadIssuer(entry.source, { ...how, allowed: origins });
      entry.fault = null;
      entry.until = entry.source.type === 'key' ? Number.POSITIVE_INFINITY : performance.now() + freshMs;
      issuers = entries.flatMap(({ issuer }) => issuer ?? []);
    } catch (error) {
      if (!isIssuerFault(error)) throw error;
      entry.fault = error;
      entry.until = performance.now() + restMs;
    }
  }

  return {
    origins,
    async list() {
      const unknown = entries.filter(({ issuer }) => issuer === null).map(refresh);
      for (const entry of entries) if (entry.issuer !== null) refresh(entry).catch(whenBroken);
      await atMost(patienceMs, Promise.all(unknown));
      const unreachable = entries.filter(({ issuer }) => issuer === null).map(({ name, fault }) => ({ name, fault }));
      return { issuers, unreachable };
    },
  };
}

function rethrow(error: unknown): never {
  throw error;
}

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
