import { exchange } from './exchange.ts';
import { FetchFault } from './fetch-fault.ts';
import { type Network, publicNetwork } from './network.ts';
import { checkAddress, findRoute } from './routes.ts';

/** What is asked for, and how much is borne for it. */
export type FetchWish = {
  /** Origins that may be asked, `https://exams.example.org`; also where a redirect leads. One of `http` must be this machine. */
  allowed: { has(origin: string): boolean };
  /** What may come: JSON (a DID document, a profile, a status list), or any file that can hold a credential. */
  kind: 'json' | 'credential';
  /** Of the body, as it comes. */
  maxBytes: number;
  /** For everything together: names, connections, redirects, the last byte. */
  limitMs: number;
  network?: Network;
  signal?: AbortSignal;
};

export type Fetched = {
  /** Where it came from in the end. */
  address: string;
  /** Media type in lower case, without parameters. */
  type: string;
  bytes: Uint8Array;
};

const MOST_REDIRECTS = 3;

/**
 * Gets what lies at an address that a stranger may have written: from allowed origins only, by https, never from a
 * private machine, within limits, telling nothing about who asks. Each redirect is judged anew, and the connection goes
 * to the very IP address that was judged.
 *
 * @throws FetchFault, or the signal's reason
 */
export async function fetchSafely(address: string, wish: FetchWish): Promise<Fetched> {
  const { allowed, network = publicNetwork, limitMs, signal } = wish;
  const timeout = AbortSignal.timeout(limitMs);
  const until = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  let target = checkAddress(address, allowed);
  try {
    for (let redirects = 0; ; redirects++) {
      const route = await untilAborted(findRoute(target, network), until);
      const answer = await exchange({ target, route, network, until }, wish);
      if (answer.type === 'body') return { address: target.href, type: answer.mediaType, bytes: answer.bytes };
      if (redirects === MOST_REDIRECTS) throw new FetchFault('too_many_redirects', target.href);
      target = checkAddress(URL.parse(answer.location, target.href)?.href ?? answer.location, allowed);
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (timeout.aborted) throw new FetchFault('timed_out', target.href);
    throw error;
  }
}

/** Names are looked up by the system, which cannot be told to stop; its answer is then no longer waited for. */
function untilAborted<T>(work: Promise<T>, until: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(until.reason);
  if (until.aborted) abort();
  until.addEventListener('abort', abort);
  return Promise.race([work, promise]).finally(() => until.removeEventListener('abort', abort));
}
