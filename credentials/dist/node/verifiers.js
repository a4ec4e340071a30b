import { availableParallelism } from 'node:os';
import { startThread, verificationProgram, } from './verification-thread.js';
/** Too many verifications wait already; one more would only wait longer. */
export class VerifiersBusy extends Error {
    constructor() {
        super('too many verifications are waiting');
        this.name = 'VerifiersBusy';
    }
}
const LIMIT_MS = 5000;
const HEAP_MEGABYTES = 512;
/** One is being verified while the next lies ready. */
const JOBS_A_THREAD = 2;
/** Threads start when they are first needed. */
export function openVerifiers(options = {}) {
    const { threads: most = availableParallelism(), mostWaiting = Number.POSITIVE_INFINITY } = options;
    const { isBackground = false, limitMs = LIMIT_MS, heapMegabytes = HEAP_MEGABYTES } = options;
    const { program = verificationProgram } = options;
    const threads = new Set();
    const waiting = [];
    let isClosed = false;
    function advance() {
        for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
            const thread = findThread();
            if (thread === null)
                return;
            waiting.shift();
            thread.take(job);
        }
    }
    function findThread() {
        const leisurely = [...threads].toSorted((one, other) => one.load() - other.load())[0];
        if (leisurely?.load() === 0)
            return leisurely;
        if (threads.size < most)
            return addThread();
        return leisurely !== undefined && leisurely.load() < JOBS_A_THREAD ? leisurely : null;
    }
    function addThread() {
        const thread = startThread({ isBackground, limitMs, heapMegabytes, program }, {
            free: advance,
            gone: (unbegun) => {
                threads.delete(thread);
                waiting.unshift(...unbegun);
                if (isClosed)
                    rejectWaiting();
                else
                    advance();
            },
        });
        threads.add(thread);
        return thread;
    }
    function rejectWaiting() {
        for (const job of waiting.splice(0))
            job.reject(new Error('the verifiers were closed'));
    }
    return {
        async verify(input, terms) {
            if (isClosed)
                throw new Error('the verifiers were closed');
            if (waiting.length >= mostWaiting)
                throw new VerifiersBusy();
            const { promise, resolve, reject } = Promise.withResolvers();
            waiting.push({ input, terms, resolve, reject });
            advance();
            return promise;
        },
        async close() {
            isClosed = true;
            rejectWaiting();
            await Promise.all([...threads].map((thread) => thread.close()));
        },
    };
}
