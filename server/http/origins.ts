import { isIP } from 'node:net';
import { Refusal } from '@pyladder/exam';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../process/settings.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site had a browser send along with its cookies.
 *
 * @throws Refusal wrong_origin
 */
export function requireOwnOrigin({ method, headers }: FastifyRequest, settings: Settings): void {
  if (SAFE_METHODS.has(method)) return;
  const { host, origin } = headers;
  const isOurs =
    origin === undefined
      ? headers['sec-fetch-site'] === 'same-origin'
      : originsOf(settings, host).includes(origin.toLowerCase());
  if (!isOurs || !isOwnHost(settings, host)) throw new Refusal('wrong_origin');
}

/** Whether a request comes from a program: every browser says where a changing request comes from. */
export function isFromProgram({ headers }: FastifyRequest): boolean {
  return headers.origin === undefined && headers['sec-fetch-site'] === undefined && headers.cookie === undefined;
}

/** Where a page of ours can come from. Behind a proxy only PUBLIC_URL knows; without it, the address that was called. */
function originsOf({ publicUrl }: Settings, host: string | undefined): string[] {
  if (publicUrl !== null) return [publicUrl.toLowerCase()];
  return host === undefined ? [] : [`http://${host.toLowerCase()}`];
}

/**
 * Whether the name in `Host` may be ours. A server on a loopback address is called by that address or as localhost;
 * any other name there is a foreign one that was made to point at this machine (DNS rebinding).
 */
function isOwnHost({ host: boundTo, publicUrl }: Settings, called: string | undefined): boolean {
  if (publicUrl !== null || !isLoopback(boundTo)) return true;
  const name = (called ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0;
}

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
