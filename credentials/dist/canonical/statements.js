import { escapeLiteral } from './nquads.js';
/**
 * Addresses that JSON-LD takes as they are, whatever the contexts: absolute, with nothing to escape, and with a
 * beginning that is not a term of any context that this room holds.
 */
const plainAddress = /^(?:https?:\/\/|urn:|did:|data:|mailto:)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
/** The statements of a document by the plan of its structure, or null if a text of it stands where it steers. */
export function fillPlan(plan, leaves) {
    const statements = [];
    for (const [subject, predicate, object, graph] of plan) {
        const filled = [fill(subject), fill(predicate), fill(object), fill(graph)];
        const [s, p, o, g] = filled;
        if (s === null || p === null || o === null || g === null || typeof p !== 'string')
            return null;
        statements.push([s, p, o, g]);
    }
    return statements;
    function fill(part) {
        switch (part.from) {
            case 'plan':
                return part.text;
            case 'blank':
                return part;
            case 'literal':
                return `"${escapeLiteral(leaves[part.leaf] ?? '')}"${part.suffix}`;
            case 'address': {
                const address = leaves[part.leaf] ?? '';
                return plainAddress.test(address) ? `<${address}>` : null;
            }
        }
    }
}
/** One line of N-Quads, with a label for each node without a name. */
export function writeStatement([s, p, o, g], labelOf) {
    const graph = write(g);
    return `${write(s)} ${p} ${write(o)}${graph === '' ? '' : ` ${graph}`} .\n`;
    function write(term) {
        return typeof term === 'string' ? term : `_:${labelOf(term.name)}`;
    }
}
