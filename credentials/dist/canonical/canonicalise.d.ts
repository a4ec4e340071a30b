import type { JsonRecord } from '../badge/json.ts';
import { type Contexts } from '../contexts/known.ts';
/**
 * The canonical form of a document, over which signatures are made: N-Quads, sorted (JSON-LD 1.1, RDFC-1.0).
 *
 * Two documents have the same form if and only if they say the same. The form of a structure that was seen before is
 * filled in by its plan, about a hundred times quicker than by the general library, to the same bytes.
 *
 * @throws CanonicalFault if it cannot be said what the document means
 * @see https://www.w3.org/TR/vc-di-eddsa/#transformation-eddsa-rdfc-2022
 */
export declare function canonicalise(document: JsonRecord, contexts?: Contexts): Promise<string>;
/** Without any short cut: what {@link canonicalise} is measured by. */
export declare function canonicaliseByLibrary(document: JsonRecord, contexts?: Contexts): Promise<string>;
