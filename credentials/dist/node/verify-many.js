import { availableParallelism } from 'node:os';
import { openVerifiers } from './verifiers.js';
const READ_AHEAD = 8;
/**
 * Verifies any number of credentials on all processors. Outcomes come in the order of the sources, each as soon as those
 * before it are there; no more than a few are in memory at a time.
 *
 * @param read brings the bytes of one source; what it throws becomes that source's outcome
 * @throws the signal's reason
 */
export async function* verifyMany(sources, read, { threads = availableParallelism(), readAhead = READ_AHEAD, signal, ...terms }) {
    const verifiers = openVerifiers({ threads });
    const ahead = [];
    const stopped = signal === undefined ? null : rejectionBy(signal);
    async function judge(source) {
        let input;
        try {
            input = await read(source);
        }
        catch (unread) {
            return { source, unread };
        }
        return { source, report: await verifiers.verify(input, terms) };
    }
    async function next() {
        return stopped === null ? ahead.shift() : Promise.race([ahead.shift(), stopped.promise]);
    }
    try {
        for await (const source of sources) {
            signal?.throwIfAborted();
            const judging = judge(source);
            // Whoever stops early leaves some that nobody waits for any more.
            judging.catch(() => undefined);
            ahead.push(judging);
            if (ahead.length < threads * readAhead)
                continue;
            const outcome = await next();
            if (outcome !== undefined)
                yield outcome;
        }
        while (ahead.length > 0) {
            const outcome = await next();
            if (outcome !== undefined)
                yield outcome;
        }
    }
    finally {
        stopped?.release();
        await verifiers.close();
    }
}
function rejectionBy(signal) {
    const { promise, reject } = Promise.withResolvers();
    promise.catch(() => undefined);
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return { promise, release: () => signal.removeEventListener('abort', abort) };
}
