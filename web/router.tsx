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
import { ProblemError } from './api/problems.ts';
import {
  debriefQuery,
  ladderQuery,
  meQuery,
  recordQuery,
  referencesQuery,
  resultQuery,
  rulesQuery,
} from './api/queries.ts';
import { loadCredentialText } from './credential/texts.ts';
import { HomePage } from './ladder/HomePage.tsx';
import { loadLadderText } from './ladder/texts.ts';
import { PageError, PageNotFound, PagePending } from './PageStates.tsx';
import { PublicHead } from './PublicHead.tsx';
import { SiteHeader } from './SiteHeader.tsx';
import { requireRole } from './staff/roles.ts';
import { PageLayout } from './ui/PageLayout.tsx';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type SiteContext = {
  queries: QueryClient;
  /** Where this installation is reached, without a slash at its end. */
  origin: string;
};

const root = createRootRouteWithContext<SiteContext>()({
  component: () => (
    <PageLayout header={<SiteHeader />}>
      <PublicHead />
      <Outlet />
    </PageLayout>
  ),
  notFoundComponent: PageNotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { isPublic: true },
  loader: async ({ context: { queries } }) => {
    const ladder = await queries.ensureQueryData(ladderQuery);
    // Where the reader stands is an extra: the page waits for it where it is known who they are, and stands without it.
    if (queries.getQueryData(meQuery.queryKey)?.person) await queries.prefetchQuery(recordQuery);
    return loadLadderText(ladder.id);
  },
  component: HomePage,
});

const credential = createRoute({
  getParentRoute: () => root,
  path: '/$credentialId',
  staticData: { isPublic: true, module: 'credential/CredentialRoute.tsx' },
  loader: async ({ context: { queries }, params: { credentialId } }) => {
    const ladder = await queries.ensureQueryData(ladderQuery);
    const credential = ladder.credentials.find(({ id }) => id === credentialId);
    if (credential === undefined) throw notFound();
    const [text] = await Promise.all([
      loadCredentialText(credentialId),
      // What to read is an extra too.
      'exam' in credential && queries.prefetchQuery(referencesQuery(credentialId)),
    ]);
    return text;
  },
  component: lazyRouteComponent(() => import('./credential/CredentialRoute.tsx'), 'CredentialRoute'),
});

const employers = createRoute({
  getParentRoute: () => root,
  path: '/employers',
  staticData: { isPublic: true, module: 'pages/EmployersPage.tsx' },
  loader: ({ context: { queries } }) => queries.ensureQueryData(ladderQuery),
  component: lazyRouteComponent(() => import('./pages/EmployersPage.tsx'), 'EmployersPage'),
});

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  staticData: { isPublic: true, module: 'pages/OrganisationsPage.tsx' },
  loader: ({ context: { queries } }) => queries.ensureQueryData(ladderQuery),
  component: lazyRouteComponent(() => import('./pages/OrganisationsPage.tsx'), 'OrganisationsPage'),
});

const proofs = createRoute({
  getParentRoute: () => root,
  path: '/proofs',
  staticData: { isPublic: true, module: 'proofs/ProofsPage.tsx' },
  loader: ({ context: { queries } }) => queries.ensureQueryData(ladderQuery),
  component: lazyRouteComponent(() => import('./proofs/ProofsPage.tsx'), 'ProofsPage'),
});

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

/** What a link to the verification page may name: a credential by its id or by its address anywhere. */
function isCredentialAddress(word: string): boolean {
  return word.length <= 2_000 && (UUID.test(word) || (/^https?:/i.test(word) && URL.canParse(word)));
}

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

/** What is not there has a page of its own; everything else that went wrong is told as such. */
function notFoundOr(error: unknown): never {
  throw error instanceof ProblemError && error.code === 'not_found' ? notFound() : error;
}

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('./gallery/GalleryPage.tsx'), 'GalleryPage'),
});

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
    routeTree: root.addChildren([
      home,
      credential,
      employers,
      organisations,
      proofs,
      holding,
      verify,
      signUp,
      signIn,
      gallery,
      own.addChildren([
        dashboard,
        wallet,
        rules,
        result,
        debrief,
        staff.addChildren([staffHome, liveSittings, administrators.addChildren([people, person, audit])]),
      ]),
    ]),
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
