import { exchange } from './exchange.js';
import { FetchFault } from './fetch-fault.js';
import { publicNetwork } from './network.js';
import { checkAddress, findRoute } from './routes.js';
const MOST_REDIRECTS = 3;
/**
 * Gets what lies at an address that a stranger may have written: from allowed origins only, by https, never from a
 * private machine, within limits, telling nothing about who asks. Each redirect is judged anew, and the connection goes
 * to the very IP address that was judged.
 *
 * @throws FetchFault, or the signal's reason
 */
export async function fetchSafely(address, wish) {
    const { allowed, network = publicNetwork, limitMs, signal } = wish;
    const timeout = AbortSignal.timeout(limitMs);
    const until = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    let target = checkAddress(address, allowed);
    try {
        for (let redirects = 0;; redirects++) {
            const route = await untilAborted(findRoute(target, network), until);
            const answer = await exchange({ target, route, network, until }, wish);
            if (answer.type === 'body')
                return { address: target.href, type: answer.mediaType, bytes: answer.bytes };
            if (redirects === MOST_REDIRECTS)
                throw new FetchFault('too_many_redirects', target.href);
            target = checkAddress(URL.parse(answer.location, target.href)?.href ?? answer.location, allowed);
        }
    }
    catch (error) {
        if (signal?.aborted)
            throw signal.reason;
        if (timeout.aborted)
            throw new FetchFault('timed_out', target.href);
        throw error;
    }
}
/** Names are looked up by the system, which cannot be told to stop; its answer is then no longer waited for. */
function untilAborted(work, until) {
    const { promise, reject } = Promise.withResolvers();
    const abort = () => reject(until.reason);
    if (until.aborted)
        abort();
    until.addEventListener('abort', abort);
    return Promise.race([work, promise]).finally(() => until.removeEventListener('abort', abort));
}
