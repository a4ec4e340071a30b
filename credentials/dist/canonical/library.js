import { CanonicalFault } from './fault.js';
/**
 * The statements that a document makes, by the general JSON-LD library. It refuses what it would otherwise drop
 * silently: a property without a definition is not signed.
 *
 * @throws CanonicalFault
 */
export async function listStatements(document, contexts) {
    // Fetched when it is first needed: a page that verifies nothing should not carry it.
    const { default: jsonld } = await import('jsonld');
    try {
        return await jsonld.toRDF(document, {
            safe: true,
            base: null,
            documentLoader: async (address) => load(address, contexts),
        });
    }
    catch (error) {
        throw faultOf(error);
    }
}
/**
 * The canonical N-Quads of statements, by RDFC-1.0.
 *
 * @throws CanonicalFault too_complex
 * @see https://www.w3.org/TR/rdf-canon/
 */
export async function labelByLibrary(statements) {
    const { default: rdfCanonize } = await import('rdf-canonize');
    try {
        return await rdfCanonize.canonize(statements, {
            algorithm: 'RDFC-1.0',
            // Bounds the comparisons of look-alikes; deliberately poisoned documents need more, real ones far fewer.
            maxWorkFactor: 1,
            ...(typeof statements === 'string' ? { inputFormat: 'application/n-quads' } : {}),
        });
    }
    catch (error) {
        if (error instanceof Error && error.message.startsWith('Maximum deep iterations')) {
            throw new CanonicalFault('too_complex');
        }
        throw error;
    }
}
function load(address, contexts) {
    const document = contexts.get(address);
    if (document === undefined)
        throw new CanonicalFault('context_unknown', { address });
    return { contextUrl: null, documentUrl: address, document, tag: 'static' };
}
/** The library throws the same kind of error for everything that is wrong with a document. */
function faultOf(error) {
    if (error instanceof CanonicalFault)
        return error;
    if (!(error instanceof Error) || !('details' in error))
        return error;
    const { event } = error.details;
    if (event?.code === 'invalid property') {
        return new CanonicalFault('term_unknown', { term: String(event.details?.property) });
    }
    return new CanonicalFault('jsonld_refused', { why: event?.code ?? error.message.slice(0, 200) });
}
