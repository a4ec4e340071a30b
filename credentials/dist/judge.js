/** In the order of trust: a document that is forged proves nothing, not even its own expiry. */
const order = ['format', 'signature', 'issuer', 'status', 'dates'];
const skipped = { result: 'skipped', code: 'not_reached', detail: {} };
/**
 * What is to be said of a credential, from what was found out about it. Pure, so that server, browser and command agree.
 *
 * It is complete if nothing remained unknown that could still turn the verdict: a suspended credential whose
 * revocation could not be asked for may have been revoked.
 */
export function judge(findings, claims) {
    const checks = order.map((name) => ({ name, ...(findings[name] ?? skipped) }));
    const verdict = verdictOf(checks);
    const complete = checks.every(({ result, detail }) => result !== 'unknown' && detail.unchecked === undefined);
    return { verdict, complete, checks, claims };
}
function verdictOf(checks) {
    const failed = checks.find(({ result }) => result === 'failed');
    switch (failed?.name) {
        case undefined:
            return 'valid';
        case 'format':
            return 'not_understood';
        case 'signature':
            return 'forged';
        case 'issuer':
            return 'unknown_issuer';
        case 'status':
            return failed.code === 'revoked' ? 'revoked' : 'suspended';
        case 'dates':
            return 'expired';
    }
}
/** A finding, in short. */
export function finding(result, code, detail = {}) {
    return { result, code, detail };
}
