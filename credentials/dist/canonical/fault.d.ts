/** Why a document has no canonical form here. Stable: whoever puts it into words depends on these. */
export type CanonicalFaultCode = 
/** Not one that this room holds; never fetched. */
'context_unknown'
/** Terms defined in the document itself, or somewhere within it. */
 | 'context_inline' | 'context_missing'
/** A property that no context defines: it would not be signed. */
 | 'term_unknown'
/** `@graph`, a full address or a prefix in place of a term: it could hide from readers what machines see. */
 | 'key_not_allowed' | 'identifier_not_allowed' | 'too_many_values'
/** So many things without a name, so alike, that telling them apart could take for ever. */
 | 'too_complex' | 'jsonld_refused';
/** A document whose meaning cannot be pinned down; an outcome of reading strangers' documents, not a bug. */
export declare class CanonicalFault extends Error {
    readonly code: CanonicalFaultCode;
    readonly detail: Readonly<Record<string, string>>;
    constructor(code: CanonicalFaultCode, detail?: Readonly<Record<string, string>>);
}
