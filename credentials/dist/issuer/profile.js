import { markDemo } from '../badge/demo.js';
import { contextAddresses } from '../contexts/addresses.js';
/**
 * An issuer as Open Badges 3.0 describes it to whoever looks it up.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#profile
 */
export function buildIssuerProfile({ did, name, url, isDemo, description, email }) {
    return {
        '@context': [contextAddresses.credentials, contextAddresses.openBadges],
        id: did,
        type: ['Profile'],
        name: isDemo ? markDemo(name) : name,
        url,
        ...(description === undefined ? {} : { description }),
        ...(email === undefined ? {} : { email }),
    };
}
