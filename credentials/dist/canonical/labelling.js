import { digestHex } from '../keys/digest.js';
import { labelByLibrary } from './library.js';
import { writeStatement } from './statements.js';
/**
 * Canonical N-Quads: every node without a name gets a label that depends on nothing but what is said of it.
 *
 * Nodes of which different things are said, all there are in nearly every document, are told apart by one hash each
 * (RDFC-1.0, 4.4.3 steps 3 and 4). The rest is left to the general library.
 *
 * @throws CanonicalFault too_complex
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm
 */
export async function label(written) {
    const statements = withoutRepeats(written);
    const names = new Set(statements.flatMap((statement) => statement.flatMap(nameOf)));
    const labels = names.size < 2 ? new Map([...names].map((name) => [name, 'c14n0'])) : await labelByHash(statements, names);
    if (labels === null)
        return labelByLibrary(statements.map((each) => writeStatement(each, (name) => name)).join(''));
    const lines = statements.map((each) => writeStatement(each, (name) => labels.get(name) ?? name));
    return lines.sort().join('');
}
/** Labels by the order of the first-degree hashes, or null if two of them are the same. */
async function labelByHash(statements, names) {
    const hashed = await Promise.all([...names].map(async (name) => ({ name, hash: await hashOf(name, statements) })));
    if (new Set(hashed.map(({ hash }) => hash)).size < hashed.length)
        return null;
    hashed.sort((one, other) => (one.hash < other.hash ? -1 : 1));
    return new Map(hashed.map(({ name }, place) => [name, `c14n${place}`]));
}
/** @see https://www.w3.org/TR/rdf-canon/#hash-1d-quads-algorithm */
function hashOf(name, statements) {
    const lines = statements
        .filter((statement) => statement.some((term) => typeof term !== 'string' && term.name === name))
        .map((statement) => writeStatement(statement, (other) => (other === name ? 'a' : 'z')));
    // A list, not a set: two neighbours without names give the same line twice, and it counts twice.
    return digestHex(lines.sort().join(''));
}
/** RDF is a set: a tag that a document lists twice is one statement. */
function withoutRepeats(statements) {
    return [...new Map(statements.map((each) => [writeStatement(each, (name) => name), each])).values()];
}
function nameOf(term) {
    return typeof term === 'string' ? [] : [term.name];
}
