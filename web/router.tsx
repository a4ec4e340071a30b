import type { QueryClient } from '@tanstack/react-query';
import { createBrowserHistory, createRouter, type RouterHistory } from '@tanstack/react-router';
import { openRoutes } from './openRoutes.tsx';
import { own, ownRoutes } from './ownRoutes.tsx';
import { PageError, PageNotFound, PagePending } from './PageStates.tsx';
import { publicRoutes } from './publicRoutes.tsx';
import { root } from './rootRoute.tsx';
import { staffRoutes } from './staffRoutes.tsx';

export type SiteRouterOptions = {
  /** Where this installation is reached, without a slash at its end; the browser's own origin unless given. */
  origin?: string;
  /** The browser's unless another is given. */
  history?: RouterHistory;
};

export type SiteRouter = ReturnType<typeof createSiteRouter>;

/** Every page of the site by its address. */
export function createSiteRouter(queries: QueryClient, { origin, history }: SiteRouterOptions = {}) {
  return createRouter({
    history: history ?? createBrowserHistory(),
    routeTree: root.addChildren([...publicRoutes, ...openRoutes, own.addChildren([...ownRoutes, staffRoutes])]),
    context: { queries, origin: origin ?? '' },
    defaultPendingComponent: PagePending,
    // On a slow network the frame stands soon; what is quick never flickers.
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageNotFound,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // By an inline script where there is no browser, which our pages refuse.
    scrollRestoration: typeof window !== 'undefined',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: SiteRouter;
  }
  interface StaticDataRouteOption {
    /** A page for everybody: rendered by the server, to be listed by search engines. */
    isPublic?: true;
    /** Where a page's own code is, so that a rendered page can ask for it and its styles at once. */
    module?: string;
  }
}
