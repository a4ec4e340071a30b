import { useRouteContext, useRouterState } from '@tanstack/react-router';

/** Under which address a page for everybody is to be passed on and listed, however it was reached. */
export function PublicHead() {
  const { origin } = useRouteContext({ from: '__root__' });
  const path = useRouterState({
    select: ({ location, matches }) => {
      const last = matches.at(-1);
      const here = withoutSlash(location.pathname);
      // The router also matches what only begins like a page, for a page in it to say that there is no such thing.
      const isPage = last?.status === 'success' && withoutSlash(last.pathname) === here;
      return isPage && last.staticData.isPublic === true ? here : null;
    },
  });
  return path === null ? null : <link rel="canonical" href={`${origin}${path}`} />;
}

function withoutSlash(path: string): string {
  return path === '/' ? path : path.replace(/\/$/, '');
}
