/**
 * A file that cannot be read as what it seems to be: thrown by every reader in this folder for every bad input, and
 * nothing else is. `readBadgeFile` turns it into a value.
 */
export class ContainerFault extends Error {
    code;
    detail;
    constructor(code, detail = {}) {
        super(`${code} ${JSON.stringify(detail)}`);
        this.name = 'ContainerFault';
        this.code = code;
        this.detail = detail;
    }
}
