import { originOfSource } from './issuer-source.js';
import { isIssuerFault, loadIssuer } from './load-issuer.js';
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 12_000;
/**
 * Opens the issuers of a configuration. Keys that were once had stay believed while their issuer cannot be reached: what
 * was signed does not become false because a server is away.
 */
export function openTrust(options) {
    const { sources, how = {}, freshMs = HOUR_MS, restMs = MINUTE_MS, patienceMs = PATIENCE_MS } = options;
    const { whenBroken = rethrow } = options;
    const origins = new Set(sources.flatMap(({ source }) => originOfSource(source) ?? []));
    const entries = sources.map((named) => ({ ...named, issuer: null, fault: null, until: 0, loading: null }));
    let issuers = [];
    function refresh(entry) {
        if (entry.loading !== null)
            return entry.loading;
        if (entry.until > performance.now())
            return Promise.resolve();
        entry.loading = load(entry).finally(() => {
            entry.loading = null;
        });
        return entry.loading;
    }
    async function load(entry) {
        try {
            entry.issuer = await loadIssuer(entry.source, { ...how, allowed: origins });
            entry.fault = null;
            entry.until = entry.source.type === 'key' ? Number.POSITIVE_INFINITY : performance.now() + freshMs;
            issuers = entries.flatMap(({ issuer }) => issuer ?? []);
        }
        catch (error) {
            if (!isIssuerFault(error))
                throw error;
            entry.fault = error;
            entry.until = performance.now() + restMs;
        }
    }
    return {
        origins,
        async list() {
            const unknown = entries.filter(({ issuer }) => issuer === null).map(refresh);
            for (const entry of entries)
                if (entry.issuer !== null)
                    refresh(entry).catch(whenBroken);
            await atMost(patienceMs, Promise.all(unknown));
            const unreachable = entries.filter(({ issuer }) => issuer === null).map(({ name, fault }) => ({ name, fault }));
            return { issuers, unreachable };
        },
    };
}
function rethrow(error) {
    throw error;
}
async function atMost(milliseconds, work) {
    const { promise, resolve } = Promise.withResolvers();
    const timer = setTimeout(resolve, milliseconds);
    try {
        await Promise.race([work, promise]);
    }
    finally {
        clearTimeout(timer);
    }
}
