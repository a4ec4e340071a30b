/** What went wrong with one address: a normal outcome of asking strangers, thrown because nothing can go on without them. */
export class FetchFault extends Error {
    code;
    /** The address that failed; after a redirect, not the one that was asked for. */
    address;
    /** One word or number more, where there is one: a status, a media type, a system's code. */
    detail;
    constructor(code, address, detail = null) {
        super(detail === null ? `${code}: ${address}` : `${code} (${detail}): ${address}`);
        this.name = 'FetchFault';
        this.code = code;
        this.address = address;
        this.detail = detail;
    }
}
