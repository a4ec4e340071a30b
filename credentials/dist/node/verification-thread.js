import { Worker } from 'node:worker_threads';
import { judge } from '../judge.js';
// As source it ends in .ts like this file, in the published package in .js.
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
export const verificationProgram = new URL(`./verification-worker${ending}`, import.meta.url);
/** Starts a thread that verifies. A credential that takes all its time or memory costs the thread, and no one else's. */
export function startThread(options, events) {
    const { isBackground, limitMs, heapMegabytes, program } = options;
    const worker = new Worker(program, {
        workerData: { isBackground },
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
        env: {},
        execArgv: [],
    });
    worker.unref();
    /** The first of them is being verified. */
    const jobs = [];
    let sent = null;
    let clock;
    let death = new Error('the verifiers were closed');
    let isTooMuch = false;
    /** Starting takes longer than verifying, and is no credential's fault. */
    let isReady = false;
    /** Moves with every job that begins or ends. */
    let turn = 0;
    worker.on('error', (error) => {
        death = error;
        isTooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    });
    worker.on('exit', () => {
        clearTimeout(clock);
        turn += 1;
        const [first, ...unbegun] = jobs.splice(0);
        if (isTooMuch)
            first?.resolve(tooDemanding);
        else
            first?.reject(death);
        events.gone(unbegun);
    });
    worker.on('message', (note) => {
        if (note.type === 'ready') {
            isReady = true;
            return wind();
        }
        if (note.type === 'status')
            return answer(note.question, note.address);
        const job = jobs.shift();
        if (note.type === 'report')
            job?.resolve(note.report);
        else
            job?.reject(new Error(`a verification failed: ${note.reason}`));
        wind();
        events.free();
    });
    function take(job) {
        const { trusted, status, now } = job.terms;
        const order = { type: 'verify', input: job.input, hasStatus: status !== null, now };
        worker.postMessage(trusted === sent ? order : { ...order, trusted });
        sent = trusted;
        if (jobs.push(job) === 1)
            wind();
    }
    /** Begins the time of the first job anew, or none: then nothing keeps the process running. */
    function wind() {
        clearTimeout(clock);
        turn += 1;
        if (jobs.length === 0)
            return void worker.unref();
        worker.ref();
        if (isReady)
            watch(turn, { round: 1, before: null });
    }
    /** A busy machine is no fault of a credential's, so what counts is the time that the thread had. */
    function watch(watched, { round, before }) {
        clock = setTimeout(async () => {
            const used = await readProcessorMs(worker);
            if (watched !== turn)
                return;
            const had = before === null || used === null ? 0 : used - before;
            if (round < MOST_ROUNDS && had < limitMs)
                return watch(watched, { round: round + 1, before: before ?? used });
            isTooMuch = true;
            await worker.terminate();
        }, limitMs);
    }
    function answer(question, address) {
        const source = jobs[0]?.terms.status ?? null;
        const reply = (text) => worker.postMessage({ type: 'status', question, text });
        (source === null ? Promise.resolve(null) : source(address)).then(reply, (error) => {
            death = error;
            void worker.terminate();
        });
    }
    return { load: () => jobs.length, take, close: async () => void (await worker.terminate()) };
}
/** After this many limits even a thread that gets no time at all is given up. */
const MOST_ROUNDS = 20;
/** Processor time that a thread has had; null if it does not run yet, or no more. */
async function readProcessorMs(worker) {
    try {
        const { user, system } = await worker.cpuUsage();
        return (user + system) / 1000;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING')
            return null;
        throw error;
    }
}
/** Said of a credential that nobody could finish reading. */
const tooDemanding = judge({
    format: { result: 'failed', code: 'too_demanding', detail: {} },
    signature: null,
    issuer: null,
    status: null,
    dates: null,
}, null);
