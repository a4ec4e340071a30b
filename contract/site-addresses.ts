/**
 * Every page of the site by its address, in the words of its router: `$name` stands for one part of the path. The server
 * answers 404 (with the page that says so) for what is not here; a test of the site holds this list against its router.
 */
export const SITE_ADDRESSES = [
  '/',
  '/$credentialId',
  '/credentials/$id',
  '/dashboard',
  '/employers',
  '/exams/$credentialId/$purpose',
  '/gallery',
  '/organisations',
  '/proofs',
  '/results/$sittingId',
  '/results/$sittingId/debrief',
  '/sign-in',
  '/sign-up',
  '/staff',
  '/staff/audit',
  '/staff/people',
  '/staff/people/$candidateId',
  '/staff/sittings',
  '/verify',
  '/wallet',
] as const;

/**
 * Pages for everybody. They leave the server whole, are readable without scripts, and are the only ones that search
 * engines are asked to list.
 */
export const PUBLIC_ADDRESSES = [
  '/',
  '/$credentialId',
  '/employers',
  '/organisations',
  '/proofs',
] as const satisfies readonly SiteAddress[];

export type SiteAddress = (typeof SITE_ADDRESSES)[number];

/** The exam room of a sitting, and its review: a page of its own, outside the site. */
export const ROOM_ADDRESSES = ['/sittings/$sittingId', '/sittings/$sittingId/review'] as const;
