/** The addresses of the contexts that documents of this room are written in. */
export const contextAddresses = {
    credentials: 'https://www.w3.org/ns/credentials/v2',
    openBadges: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    did: 'https://www.w3.org/ns/did/v1',
    multikey: 'https://w3id.org/security/multikey/v1',
};
