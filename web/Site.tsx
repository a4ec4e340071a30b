import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { SiteRouter } from './router.tsx';

/** The whole site at the router's address: the same tree in the browser and on the server. */
export function Site({ queries, router }: { queries: QueryClient; router: SiteRouter }) {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
