import { isRecord } from '../badge/json.js';
/** Texts under these keys steer how a document is read, so they belong to its structure. */
const steering = new Set(['@context', 'type', 'proofPurpose', '@language', '@direction']);
/** Larger documents are rare, and keys of theirs would be long. */
const mostLeaves = 400;
/** What a document is apart from its texts, and those; null if it is too large to be worth it. */
export function takeApart(document) {
    const leaves = [];
    const key = describe(document);
    return leaves.length > mostLeaves ? null : { key, leaves };
    function describe(value) {
        if (typeof value === 'string') {
            leaves.push(value);
            return '$';
        }
        if (Array.isArray(value))
            return `[${value.map(describe).join()}]`;
        if (!isRecord(value))
            return JSON.stringify(value);
        const entries = Object.entries(value).map(([name, entry]) => {
            const content = steering.has(name) ? JSON.stringify(entry) : describe(entry);
            return `${JSON.stringify(name)}:${content}`;
        });
        return `{${entries.join()}}`;
    }
}
/** The same document with another text for each of its leaves, in the order in which {@link takeApart} lists them. */
export function replaceLeaves(document, leafAt) {
    let place = 0;
    return replace(document);
    function replace(value) {
        if (typeof value === 'string')
            return leafAt(place++);
        if (Array.isArray(value))
            return value.map(replace);
        if (!isRecord(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, steering.has(name) ? entry : replace(entry)]));
    }
}
