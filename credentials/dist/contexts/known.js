import credentialsV1 from './credentials-v1.json' with { type: 'json' };
import credentialsV2 from './credentials-v2.json' with { type: 'json' };
import dataIntegrityV1 from './data-integrity-v1.json' with { type: 'json' };
import dataIntegrityV2 from './data-integrity-v2.json' with { type: 'json' };
import ed25519Signature2020 from './ed25519-signature-2020-v1.json' with { type: 'json' };
import openBadges300 from './open-badges-3.0.0.json' with { type: 'json' };
import openBadges301 from './open-badges-3.0.1.json' with { type: 'json' };
import openBadges302 from './open-badges-3.0.2.json' with { type: 'json' };
import openBadges303 from './open-badges-3.0.3.json' with { type: 'json' };
import openBadgesExtensions from './open-badges-extensions.json' with { type: 'json' };
/**
 * Every context in which a badge may be written, as its standards body publishes it. What is not here is never fetched:
 * a context gives words their meaning, so whoever serves it could change what a signature says.
 */
export const knownContexts = new Map([
    ['https://www.w3.org/ns/credentials/v2', credentialsV2],
    ['https://www.w3.org/2018/credentials/v1', credentialsV1],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges300],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json', openBadges300],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges301],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges302],
    ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges303],
    ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', openBadgesExtensions],
    ['https://w3id.org/security/data-integrity/v1', dataIntegrityV1],
    ['https://w3id.org/security/data-integrity/v2', dataIntegrityV2],
    ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519Signature2020],
]);
