import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { ladderQuery, meQuery, recordQuery, referencesQuery } from './api/queries.ts';
import { loadCredentialText } from './credential/texts.ts';
import { HomePage } from './ladder/HomePage.tsx';
import { loadLadderText } from './ladder/texts.ts';
import { root } from './rootRoute.tsx';

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

/** Pages for everybody, which the server renders. */
export const publicRoutes = [home, credential, employers, organisations, proofs] as const;
