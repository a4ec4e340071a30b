import type { QueryClient } from '@tanstack/react-query';
import {
  createBrowserHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { acceptNext } from './account/next.ts';
import { debriefQuery, ladderQuery, meQuery, recordQuery, resultQuery, rulesQuery } from './api/queries.ts';
import { HomePage } from './ladder/HomePage.tsx';
import { PageError, PageNotFound, PagePending } from './PageStates.tsx';
import { SiteHeader } from './SiteHeader.tsx';
import { PageLayout } from './ui/PageLayout.tsx';

export type SiteContext = { queries: QueryClient };

const root = createRootRouteWithContext<SiteContext>()({
  component: () => (
    <PageLayout header={<SiteHeader />}>
      <Outlet />
    </PageLayout>
  ),
  notFoundComponent: PageNotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: async ({ context: { queries } }) => {
    const [me] = await Promise.all([queries.ensureQueryData(meQuery), queries.ensureQueryData(ladderQuery)]);
    // Where the reader stands is an extra here: the page waits for it, but stands without it too.
    if (me.person !== null) await queries.prefetchQuery(recordQuery);
  },
  component: HomePage,
});

const credential = createRoute({
  getParentRoute: () => root,
  path: '/$credentialId',
  loader: async ({ context: { queries }, params: { credentialId } }) => {
    const ladder = await queries.ensureQueryData(ladderQuery);
    if (!ladder.credentials.some(({ id }) => id === credentialId)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./credential/CredentialRoute.tsx'), 'CredentialRoute'),
});

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

/** Pages of a person's own: who is not signed in goes to sign in first, and comes back. */
const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  beforeLoad: async ({ context: { queries }, location }) => {
    const { person } = await queries.ensureQueryData(meQuery);
    if (person === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  loader: ({ context: { queries } }) => queries.ensureQueryData(ladderQuery),
});

const dashboard = createRoute({
  getParentRoute: () => own,
  path: '/dashboard',
  loader: ({ context: { queries } }) => queries.fetchQuery(recordQuery),
  component: lazyRouteComponent(() => import('./dashboard/DashboardPage.tsx'), 'DashboardPage'),
});

const rules = createRoute({
  getParentRoute: () => own,
  path: '/exams/$credentialId/$purpose',
  params: {
    parse: ({ credentialId, purpose }) => {
      if (purpose !== 'mock' && purpose !== 'real') throw notFound();
      return { credentialId, purpose: purpose as 'mock' | 'real' };
    },
    stringify: (params) => params,
  },
  loader: ({ context: { queries }, params: { credentialId, purpose } }) =>
    queries.fetchQuery(rulesQuery(credentialId, purpose)),
  component: lazyRouteComponent(() => import('./exam/RulesRoute.tsx'), 'RulesRoute'),
});

const result = createRoute({
  getParentRoute: () => own,
  path: '/results/$sittingId',
  loader: ({ context: { queries }, params: { sittingId } }) => queries.ensureQueryData(resultQuery(sittingId)),
  component: lazyRouteComponent(() => import('./results/ResultRoute.tsx'), 'ResultRoute'),
});

const debrief = createRoute({
  getParentRoute: () => own,
  path: '/results/$sittingId/debrief',
  validateSearch: ({ question }: Record<string, unknown>): { question?: number } =>
    Number.isInteger(question) ? { question: Number(question) } : {},
  loader: ({ context: { queries }, params: { sittingId } }) => queries.ensureQueryData(debriefQuery(sittingId)),
  component: lazyRouteComponent(() => import('./results/DebriefRoute.tsx'), 'DebriefRoute'),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('./gallery/GalleryPage.tsx'), 'GalleryPage'),
});

/** Every page of the site by its address, which is the browser's unless another history is given. */
export function createSiteRouter(queries: QueryClient, history: RouterHistory = createBrowserHistory()) {
  return createRouter({
    history,
    routeTree: root.addChildren([
      home,
      credential,
      signUp,
      signIn,
      gallery,
      own.addChildren([dashboard, rules, result, debrief]),
    ]),
    context: { queries },
    defaultPendingComponent: PagePending,
    // On a slow network the frame stands soon; what is quick never flickers.
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageNotFound,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
}
