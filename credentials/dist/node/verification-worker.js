import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { verifyBadge } from '../index.js';
/** One thread that verifies: started by verification-thread.ts only. */
const LOW_PRIORITY = 10;
const port = parentPort;
if (port === null)
    throw new Error('this file is a worker thread');
const { isBackground } = workerData;
// Linux gives each thread a priority of its own; elsewhere this would slow the whole process.
if (isBackground && process.platform === 'linux')
    setPriority(0, LOW_PRIORITY);
const questions = new Map();
let asked = 0;
let trusted = [];
let last = Promise.resolve();
port.on('message', (order) => {
    if (order.type === 'verify') {
        last = last.then(() => carryOut(order)).then(tell);
        return;
    }
    questions.get(order.question)?.(order.text);
    questions.delete(order.question);
});
async function carryOut(order) {
    trusted = order.trusted ?? trusted;
    const { input, now, hasStatus } = order;
    try {
        return {
            type: 'report',
            report: await verifyBadge(input, { trusted, status: hasStatus ? askForStatus : null, now }),
        };
    }
    catch (error) {
        return { type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
}
function askForStatus(address) {
    const { promise, resolve } = Promise.withResolvers();
    const question = ++asked;
    questions.set(question, resolve);
    tell({ type: 'status', question, address });
    return promise;
}
function tell(note) {
    port?.postMessage(note);
}
tell({ type: 'ready' });
