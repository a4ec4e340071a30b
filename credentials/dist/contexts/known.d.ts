/** JSON-LD contexts by their address. */
export type Contexts = ReadonlyMap<string, object>;
/**
 * Every context in which a badge may be written, as its standards body publishes it. What is not here is never fetched:
 * a context gives words their meaning, so whoever serves it could change what a signature says.
 */
export declare const knownContexts: Contexts;
