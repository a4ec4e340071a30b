import { isRecord, textOf } from '../badge/json.js';
import { finding } from '../judge.js';
import { readStatusList } from './status-list.js';
/** Of a badge's status entries there are two at most; each may mean a fetch. */
const mostEntries = 8;
const verdicts = new Map([
    ['revocation', 'revoked'],
    ['suspension', 'suspended'],
]);
/**
 * Asks the issuer's lists whether a credential was withdrawn. What cannot be asked stays unknown: it is never taken
 * for a good sign.
 *
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export async function checkStatus(question) {
    const { entries } = question;
    if (entries.length === 0)
        return finding('passed', 'no_status');
    if (entries.length > mostEntries)
        return finding('unknown', 'too_many_status_entries');
    const answers = await Promise.all(entries.map((entry) => askList(entry, question)));
    const unknown = answers.find((answer) => answer.is === 'unknown');
    const unchecked = unknown === undefined ? {} : { unchecked: unknown.purpose };
    for (const verdict of ['revoked', 'suspended']) {
        if (!answers.some(({ is }) => is === verdict))
            continue;
        // What is revoked stays so whatever else might be found; a suspension may hide a revocation.
        return finding('failed', verdict, verdict === 'revoked' ? {} : unchecked);
    }
    return unknown === undefined
        ? finding('passed', 'standing')
        : finding('unknown', unknown.code, { purpose: unknown.purpose });
}
async function askList(entry, { source, ...question }) {
    const purpose = textOf(entry.statusPurpose) ?? 'unknown';
    const unknown = (code) => ({ is: 'unknown', code, purpose });
    if (entry.type !== 'BitstringStatusListEntry')
        return unknown('status_type_not_supported');
    const meaning = verdicts.get(purpose);
    if (meaning === undefined)
        return unknown('status_purpose_not_supported');
    const address = textOf(entry.statusListCredential);
    const index = readIndex(entry.statusListIndex);
    const isOneBit = entry.statusSize === undefined || entry.statusSize === 1 || entry.statusSize === '1';
    if (address === null || index === null || !isOneBit)
        return unknown('status_malformed');
    if (source === null)
        return unknown('status_not_asked');
    const text = await source(address);
    if (text === null)
        return unknown('status_unreachable');
    const list = await readStatusList(text, { address, purpose, ...question });
    if (isFault(list))
        return unknown(list.fault);
    if (index >= list.bits.length)
        return unknown('status_index_out_of_range');
    return { is: list.bits.isSet(index) ? meaning : 'standing' };
}
function isFault(list) {
    return isRecord(list) && 'fault' in list;
}
function readIndex(value) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^(?:0|[1-9]\d{0,9})$/.test(text) ? Number(text) : null;
}
