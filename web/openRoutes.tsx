import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { acceptNext } from './account/next.ts';
import { ladderQuery } from './api/queries.ts';
import { notFoundOr, root, UUID } from './rootRoute.tsx';

const holding = createRoute({
  getParentRoute: () => root,
  path: '/credentials/$id',
  loader: async ({ context: { queries }, params: { id } }) => {
    if (!UUID.test(id)) throw notFound();
    const { credentialPageQuery } = await import('./api/credentials.ts');
    const [page] = await Promise.allSettled([
      queries.fetchQuery(credentialPageQuery(id)),
      queries.ensureQueryData(ladderQuery),
    ]);
    if (page.status === 'rejected') notFoundOr(page.reason);
  },
  component: lazyRouteComponent(() => import('./holding/HoldingRoute.tsx'), 'HoldingRoute'),
  notFoundComponent: lazyRouteComponent(() => import('./holding/HoldingRoute.tsx'), 'HoldingNotFound'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  validateSearch: ({ of }: Record<string, unknown>): { of?: string } =>
    typeof of === 'string' && isCredentialAddress(of) ? { of } : {},
  loader: async ({ context: { queries } }) => {
    const { trustedIssuersQuery } = await import('./api/credentials.ts');
    await queries.ensureQueryData(trustedIssuersQuery);
  },
  component: lazyRouteComponent(() => import('./verify/VerifyRoute.tsx'), 'VerifyRoute'),
});

/** What a link to the verification page may name: a credential by its id or by its address anywhere. */
function isCredentialAddress(word: string): boolean {
  return word.length <= 2_000 && (UUID.test(word) || (/^https?:/i.test(word) && URL.canParse(word)));
}

const validateNext = (search: Record<string, unknown>): { next?: string } =>
  search.next === undefined ? {} : { next: acceptNext(search.next) };

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: validateNext,
  component: lazyRouteComponent(() => import('./account/routes.tsx'), 'SignUpRoute'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: validateNext,
  component: lazyRouteComponent(() => import('./account/routes.tsx'), 'SignInRoute'),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('./gallery/GalleryPage.tsx'), 'GalleryPage'),
});

/** Pages that need no account, each for somebody who has a reason to come: not rendered by the server, not to be listed. */
export const openRoutes = [holding, verify, signUp, signIn, gallery] as const;
