import type { ChainLink } from './chain.ts';
import { chainText } from './chain.ts';

/** A link together with the hash that was given out for it, lower-case hex. */
export type HashedLink = ChainLink & { chain: string };

/** Whether a record stands, and if not, the first place at which it does not. */
export type ChainVerdict = { verdict: 'intact'; head: string } | { verdict: 'broken'; place: number };

/**
 * Recomputes a sitting's chain from the form's seal: places must be 1, 2, 3… and every hash as given out.
 *
 * @param seal lower-case hex; the first link's `previous`
 * @param links in order of place
 * @param sha256 UTF-8 text to lower-case hex (the caller brings it: this room has no cryptography)
 */
export function verifyChain(
  seal: string,
  links: readonly HashedLink[],
  sha256: (text: string) => string,
): ChainVerdict {
  let head = seal;
  for (const [index, link] of links.entries()) {
    const isNext = link.place === index + 1 && link.chain === sha256(chainText(head, link));
    if (!isNext) return { verdict: 'broken', place: index + 1 };
    head = link.chain;
  }
  return { verdict: 'intact', head };
}
