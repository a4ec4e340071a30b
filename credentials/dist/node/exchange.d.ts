import type { FetchWish } from './fetch-safely.ts';
import type { Network } from './network.ts';
import { type Route } from './routes.ts';
export type Exchange = {
    target: URL;
    route: Route;
    network: Network;
    until: AbortSignal;
};
export type Answer = {
    type: 'redirect';
    location: string;
} | {
    type: 'body';
    mediaType: string;
    bytes: Uint8Array;
};
/**
 * One request and its answer, on a connection of its own.
 *
 * @throws FetchFault
 */
export declare function exchange({ target, route, network, until }: Exchange, wish: FetchWish): Promise<Answer>;
