const HOME_OF_LEARNERS = '/dashboard';

/** Where to go after signing in: an address within this site, whatever somebody wrote into the link. */
export function acceptNext(wish: unknown): string {
  if (typeof wish !== 'string' || !wish.startsWith('/')) return HOME_OF_LEARNERS;
  const here = 'http://site.invalid';
  const address = URL.canParse(wish, here) ? new URL(wish, here) : null;
  if (address === null || address.origin !== here) return HOME_OF_LEARNERS;
  return `${address.pathname}${address.search}${address.hash}`;
}
