import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { ladderQuery, meQuery } from './api/queries.ts';
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
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(ladderQuery), queries.ensureQueryData(meQuery)]),
  component: HomePage,
});

/** Every page of the site by its address. */
export function createSiteRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([home]),
    context: { queries },
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageError,
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
