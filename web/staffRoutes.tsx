import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { meQuery } from './api/queries.ts';
import { own } from './ownRoutes.tsx';
import { notFoundOr, UUID } from './rootRoute.tsx';
import { requireRole } from './staff/roles.ts';

/** Pages of the staff: whoever has no role is told so, calmly, and nothing is asked of the server. */
const staff = createRoute({
  getParentRoute: () => own,
  id: 'staff',
  beforeLoad: async ({ context: { queries } }) =>
    requireRole(await queries.ensureQueryData(meQuery), ['examiner', 'administrator']),
  component: lazyRouteComponent(() => import('./staff/StaffFrame.tsx'), 'StaffFrame'),
  errorComponent: lazyRouteComponent(() => import('./staff/StaffRefused.tsx'), 'StaffRefused'),
});

const staffHome = createRoute({
  getParentRoute: () => staff,
  path: '/staff',
  component: lazyRouteComponent(() => import('./staff/StaffHome.tsx'), 'StaffHome'),
});

const liveSittings = createRoute({
  getParentRoute: () => staff,
  path: '/staff/sittings',
  loader: async ({ context: { queries } }) => {
    const { liveSittingsQuery } = await import('./staff/queries.ts');
    await queries.fetchQuery(liveSittingsQuery);
  },
  component: lazyRouteComponent(() => import('./staff/sittings/SittingsPage.tsx'), 'SittingsPage'),
});

const administrators = createRoute({
  getParentRoute: () => staff,
  id: 'administrators',
  beforeLoad: async ({ context: { queries } }) =>
    requireRole(await queries.ensureQueryData(meQuery), ['administrator']),
  errorComponent: lazyRouteComponent(() => import('./staff/StaffRefused.tsx'), 'AdministratorsOnly'),
});

const people = createRoute({
  getParentRoute: () => administrators,
  path: '/staff/people',
  component: lazyRouteComponent(() => import('./staff/people/PeoplePage.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => administrators,
  path: '/staff/people/$candidateId',
  loader: async ({ context: { queries }, params: { candidateId } }) => {
    if (!UUID.test(candidateId)) throw notFound();
    const { fetchPerson } = await import('./staff/queries.ts');
    await fetchPerson(queries, candidateId).catch(notFoundOr);
  },
  component: lazyRouteComponent(() => import('./staff/person/PersonRoute.tsx'), 'PersonRoute'),
  notFoundComponent: lazyRouteComponent(() => import('./staff/person/PersonRoute.tsx'), 'PersonNotFound'),
});

/** What is looked for in the log. */
type AuditSearch = { about?: string | undefined; action?: string | undefined };

const audit = createRoute({
  getParentRoute: () => administrators,
  path: '/staff/audit',
  // What is left out here would come through as it stands in the address: the router only lays this over it.
  validateSearch: ({ about, action }: Record<string, unknown>): AuditSearch => ({
    about: typeof about === 'string' && UUID.test(about) ? about.toLowerCase() : undefined,
    action: typeof action === 'string' && /^[a-z_]{1,60}$/.test(action) ? action : undefined,
  }),
  component: lazyRouteComponent(() => import('./staff/audit/AuditRoute.tsx'), 'AuditRoute'),
});

/** The desk of the staff, with what is for administrators alone. */
export const staffRoutes = staff.addChildren([
  staffHome,
  liveSittings,
  administrators.addChildren([people, person, audit]),
]);
