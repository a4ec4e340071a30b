import { type Statement } from './statements.ts';
/**
 * Canonical N-Quads: every node without a name gets a label that depends on nothing but what is said of it.
 *
 * Nodes of which different things are said, all there are in nearly every document, are told apart by one hash each
 * (RDFC-1.0, 4.4.3 steps 3 and 4). The rest is left to the general library.
 *
 * @throws CanonicalFault too_complex
 * @see https://www.w3.org/TR/rdf-canon/#canon-algorithm
 */
export declare function label(written: readonly Statement[]): Promise<string>;
