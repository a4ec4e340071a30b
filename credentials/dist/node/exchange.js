import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { rootCertificates } from 'node:tls';
import { FetchFault } from './fetch-fault.js';
import { codeOf } from './routes.js';
const JSON_TYPES = /^(application\/(json|[\w.+-]+\+json|vc|did|jwt|[\w.+-]+\+jwt)|text\/plain)$/;
const CREDENTIAL_TYPES = /^(image\/(png|svg\+xml)|application\/(pdf|octet-stream|xml)|text\/xml)$/;
const ACCEPT = {
    json: 'application/json, application/vc, application/ld+json;q=0.9, application/did+json;q=0.9',
    credential: 'application/vc, application/ld+json;q=0.9, application/json;q=0.9, image/png;q=0.8, image/svg+xml;q=0.8, application/pdf;q=0.7',
};
/** Nothing in an OpenSSL code's name tells that it is about certificates, but for these beginnings. */
const TLS_CODES = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|ERR_OSSL)|_CERT(IFICATE)?(_|$)/;
/**
 * One request and its answer, on a connection of its own.
 *
 * @throws FetchFault
 */
export async function exchange({ target, route, network, until }, wish) {
    const options = {
        method: 'GET',
        // A connection of a pool could have been opened for somebody else, to somewhere else.
        agent: false,
        lookup: pinned(route),
        signal: until,
        headers: { accept: ACCEPT[wish.kind], 'accept-encoding': 'identity', 'user-agent': 'pyladder-verify' },
    };
    try {
        const response = await sendRequest(target, options, network);
        try {
            return await readAnswer(response, target, wish);
        }
        finally {
            response.destroy();
        }
    }
    catch (error) {
        if (error instanceof FetchFault || until.aborted)
            throw error;
        throw faultOf(error, target);
    }
}
function sendRequest(target, options, { authorities }) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const request = target.protocol === 'https:'
        ? requestSecurely(target, { ...options, ...(authorities && { ca: [...rootCertificates, ...authorities] }) })
        : requestPlainly(target, options);
    request.on('response', resolve).on('error', reject).end();
    return promise;
}
async function readAnswer(response, target, wish) {
    const { statusCode = 0, headers } = response;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
        return { type: 'redirect', location: headers.location };
    }
    if (statusCode === 404 || statusCode === 410)
        throw new FetchFault('not_found', target.href, `${statusCode}`);
    if (statusCode !== 200)
        throw new FetchFault('status_refused', target.href, `${statusCode}`);
    // Ours asks for none; whoever compresses all the same could send little that becomes much.
    const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
    if (encoding !== 'identity')
        throw new FetchFault('encoding_refused', target.href, encoding.slice(0, 40));
    const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const isWanted = JSON_TYPES.test(mediaType) || (wish.kind === 'credential' && CREDENTIAL_TYPES.test(mediaType));
    if (!isWanted)
        throw new FetchFault('type_refused', target.href, mediaType.slice(0, 80));
    return { type: 'body', mediaType, bytes: await readBody(response, target, wish.maxBytes) };
}
async function readBody(response, target, maxBytes) {
    if (Number(response.headers['content-length'] ?? 0) > maxBytes)
        throw new FetchFault('too_large', target.href);
    const chunks = [];
    let length = 0;
    for await (const chunk of response) {
        length += chunk.length;
        if (length > maxBytes)
            throw new FetchFault('too_large', target.href);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
}
/** Answers every question for the host with what was judged before. */
function pinned(route) {
    return (_hostname, { all }, answer) => {
        if (all)
            answer(null, [...route]);
        else
            answer(null, route[0].address, route[0].family);
    };
}
function faultOf(error, target) {
    const code = codeOf(error);
    if (code === null)
        throw error;
    if (TLS_CODES.test(code))
        return new FetchFault('tls_failed', target.href, code);
    if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
        return new FetchFault('cut_off', target.href);
    return new FetchFault('unreachable', target.href, code);
}
