import { GetCredentialPage, GetTrustedIssuers, GetWallet } from '@pyladder/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

const MINUTE = 60_000;

/** While a credential is being made, the wallet is asked for again. */
export const walletQuery = queryOptions({
  queryKey: ['wallet'],
  queryFn: ({ signal }) => call(GetWallet, { signal }),
  staleTime: 0,
  refetchInterval: ({ state }) => ((state.data?.pending.length ?? 0) > 0 ? 2_000 : false),
});

/** A credential's hosted page. Asked for anew each time: its holder may have taken back what it showed. */
export function credentialPageQuery(id: string) {
  return queryOptions({
    queryKey: ['credential-page', id],
    queryFn: ({ signal }) => call(GetCredentialPage, { params: { id }, signal }),
    staleTime: 0,
  });
}

/** Kept for as long as the page is open: with these keys a browser verifies while the server is gone. */
export const trustedIssuersQuery = queryOptions({
  queryKey: ['trusted-issuers'],
  queryFn: ({ signal }) => call(GetTrustedIssuers, { signal }),
  staleTime: 10 * MINUTE,
  gcTime: Number.POSITIVE_INFINITY,
});
