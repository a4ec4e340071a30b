import { contentOfResponse, type Response } from './response.ts';
import type { Acceptance } from './sitting.ts';

/** One receipted answer as the chain sees it. */
export type ChainLink = {
  sittingId: string;
  /** 1, 2, 3… within the sitting. */
  place: number;
  deviceId: string;
  deviceSequence: number;
  position: number;
  response: Response;
  acceptance: Acceptance;
  receivedAt: Date;
};

/**
 * The text whose SHA-256 (UTF-8) is a link's hash. It holds the hash before it, so that no answer can be changed,
 * added or left out later without every following hash changing. The first link's `previous` is the form's seal.
 *
 * @param previous lower-case hex
 */
export function chainText(previous: string, link: ChainLink): string {
  return JSON.stringify([
    'pyladder-answer-1',
    previous,
    link.sittingId,
    link.place,
    link.deviceId,
    link.deviceSequence,
    link.position,
    link.response.type,
    contentOfResponse(link.response),
    link.acceptance,
    link.receivedAt.toISOString(),
  ]);
}
