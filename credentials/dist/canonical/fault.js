/** A document whose meaning cannot be pinned down; an outcome of reading strangers' documents, not a bug. */
export class CanonicalFault extends Error {
    code;
    detail;
    constructor(code, detail = {}) {
        super(`${code} ${JSON.stringify(detail)}`);
        this.name = 'CanonicalFault';
        this.code = code;
        this.detail = detail;
    }
}
