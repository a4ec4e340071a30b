import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { debriefQuery, ladderQuery, meQuery, recordQuery, resultQuery, rulesQuery } from './api/queries.ts';
import { root } from './rootRoute.tsx';

/** Pages of a person's own: who is not signed in goes to sign in first, and comes back. */
export const own = createRoute({
  getParentRoute: () => root,
  id: 'own',
  beforeLoad: async ({ context: { queries }, location }) => {
    const { person } = await queries.ensureQueryData(meQuery);
    if (person === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  loader: ({ context: { queries } }) => queries.ensureQueryData(ladderQuery),
});

const wallet = createRoute({
  getParentRoute: () => own,
  path: '/wallet',
  loader: async ({ context: { queries } }) => {
    const { walletQuery } = await import('./api/credentials.ts');
    await queries.fetchQuery(walletQuery);
  },
  component: lazyRouteComponent(() => import('./wallet/WalletPage.tsx'), 'WalletPage'),
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

/** What is a person's own. */
export const ownRoutes = [dashboard, wallet, rules, result, debrief] as const;
