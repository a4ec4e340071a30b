import type { JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import type { Quad } from './dataset.ts';
/**
 * The statements that a document makes, by the general JSON-LD library. It refuses what it would otherwise drop
 * silently: a property without a definition is not signed.
 *
 * @throws CanonicalFault
 */
export declare function listStatements(document: JsonRecord, contexts: Contexts): Promise<Quad[]>;
/**
 * The canonical N-Quads of statements, by RDFC-1.0.
 *
 * @throws CanonicalFault too_complex
 * @see https://www.w3.org/TR/rdf-canon/
 */
export declare function labelByLibrary(statements: readonly Quad[] | string): Promise<string>;
