/**
 * Builds the credential that publishes one list, for `signDocument` to sign.
 *
 * @see W3C Bitstring Status List 1.0, section "BitstringStatusListCredential"
 */
export function buildStatusList(facts) {
    const { id, listAddress, issuerId, purpose, encodedList, validFrom, validUntil } = facts;
    return {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: issuerId,
        validFrom: writeSecond(validFrom),
        ...(validUntil === null ? {} : { validUntil: writeSecond(validUntil) }),
        credentialSubject: {
            id: `${listAddress}#list`,
            type: 'BitstringStatusList',
            statusPurpose: purpose,
            encodedList,
        },
    };
}
/** Whole seconds, as all dates in credentials are written. */
function writeSecond(date) {
    return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
