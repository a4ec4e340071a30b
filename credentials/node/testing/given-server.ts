import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Network } from '../network.ts';
import { isLoopbackAddress } from '../public-addresses.ts';
import { makeCertificate } from './certificate.ts';

export type GivenServer = { origin: string; port: number; authority: string };

/** A server of somebody else on this machine, by https under a public-looking name; gone when the test is over. */
export async function givenServer(
  listener: RequestListener,
  { hostname = 'issuer.example', validDays = 1 }: { hostname?: string; validDays?: number } = {},
): Promise<GivenServer> {
  const { cert, key } = makeCertificate([hostname], validDays);
  const server = createSecureServer({ cert, key }, listener);
  // Some clients are told to hang up; that is what is tested.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  const port = await listen(server, () => server.closeAllConnections());
  return { origin: `https://${hostname}:${port}`, port, authority: cert };
}

/** The same by http, as a demo on one's own machine. */
export async function givenPlainServer(listener: RequestListener): Promise<Omit<GivenServer, 'authority'>> {
  const server = createPlainServer(listener);
  const port = await listen(server, () => server.closeAllConnections());
  return { origin: `http://127.0.0.1:${port}`, port };
}

async function listen(server: Server, hangUp: () => void): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        hangUp();
      }),
  );
  return (server.address() as AddressInfo).port;
}

/** A network in which these servers are the whole world: every name leads to this machine. */
export function networkOf(...servers: readonly { authority: string }[]): Network {
  return {
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    mayConnect: isLoopbackAddress,
    authorities: servers.map(({ authority }) => authority),
  };
}
