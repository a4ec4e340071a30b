import { CanonicalFault } from './fault.js';
import { listStatements } from './library.js';
import { escapeLiteral } from './nquads.js';
import { replaceLeaves } from './structure.js';
const standIn = /^urn:leaf:(\d+)$/;
const stringType = 'http://www.w3.org/2001/XMLSchema#string';
const languageType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
/**
 * Learns from the JSON-LD library what it makes of documents of this structure: it is given one whose texts are
 * stand-ins, and where they come out again is where the texts of the next document belong.
 *
 * @returns null if the structure is no guide to its documents: a stand-in did not come out whole, or was refused
 */
export async function learnPlan(document, leaves, contexts) {
    const example = replaceLeaves(document, (place) => `urn:leaf:${place}`);
    const seen = new Set();
    const statements = await tryToList(example, contexts);
    if (statements === null)
        return null;
    const plan = statements.map(({ subject, predicate, object, graph }) => [partOf(subject), partOf(predicate), partOf(object), partOf(graph)]);
    const isWhole = plan.flat().every((part) => part.from !== 'plan' || !part.text.includes('urn:leaf:'));
    return isWhole && seen.size === leaves ? plan : null;
    function partOf(term) {
        if (term.termType === 'BlankNode')
            return { from: 'blank', name: term.value };
        if (term.termType === 'DefaultGraph')
            return { from: 'plan', text: '' };
        const leaf = leafOf(term.value);
        if (leaf !== null)
            seen.add(leaf);
        if (term.termType !== 'Literal') {
            return leaf === null ? { from: 'plan', text: `<${term.value}>` } : { from: 'address', leaf };
        }
        const suffix = suffixOf(term);
        return leaf === null
            ? { from: 'plan', text: `"${escapeLiteral(term.value)}"${suffix}` }
            : { from: 'literal', leaf, suffix };
    }
}
async function tryToList(example, contexts) {
    try {
        return await listStatements(example, contexts);
    }
    catch (error) {
        if (error instanceof CanonicalFault)
            return null;
        throw error;
    }
}
function leafOf(value) {
    const place = standIn.exec(value)?.[1];
    return place === undefined ? null : Number(place);
}
function suffixOf({ datatype, language }) {
    if (datatype.value === stringType)
        return '';
    return datatype.value === languageType ? `@${language ?? ''}` : `^^<${datatype.value}>`;
}
