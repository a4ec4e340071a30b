import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, notFound, Outlet } from '@tanstack/react-router';
import { ProblemError } from './api/problems.ts';
import { PageNotFound } from './PageStates.tsx';
import { PublicHead } from './PublicHead.tsx';
import { SiteHeader } from './SiteHeader.tsx';
import { PageLayout } from './ui/PageLayout.tsx';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type SiteContext = {
  queries: QueryClient;
  /** Where this installation is reached, without a slash at its end. */
  origin: string;
};

/** What every page stands in. */
export const root = createRootRouteWithContext<SiteContext>()({
  component: () => (
    <PageLayout header={<SiteHeader />}>
      <PublicHead />
      <Outlet />
    </PageLayout>
  ),
  notFoundComponent: PageNotFound,
});

/** What is not there has a page of its own; everything else that went wrong is told as such. */
export function notFoundOr(error: unknown): never {
  throw error instanceof ProblemError && error.code === 'not_found' ? notFound() : error;
}
