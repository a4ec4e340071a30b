import { useRouteContext, useRouterState } from '@tanstack/react-router';

/** Under which address a page for everybody is to be passed on and listed, however it was reached. */
export function PublicHead() {
  const { origin } = useRouteContext({ from: '__root__' });
  const isPublic = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.isPublic === true });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (!isPublic) return null;
  return <link rel="canonical" href={`${origin}${path === '/' ? '/' : path.replace(/\/$/, '')}`} />;
}
