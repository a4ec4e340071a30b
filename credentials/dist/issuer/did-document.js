import { contextAddresses } from '../contexts/addresses.js';
/**
 * The document that tells the world an issuer's keys.
 *
 * @see https://www.w3.org/TR/did-core/
 */
export function buildDidDocument({ did, keys, url }) {
    return {
        '@context': [contextAddresses.did, contextAddresses.multikey],
        id: did,
        alsoKnownAs: [url],
        verificationMethod: keys.map(({ id, publicKeyMultibase }) => ({
            id,
            type: 'Multikey',
            controller: did,
            publicKeyMultibase,
        })),
        assertionMethod: keys.map(({ id }) => id),
    };
}
