import type { Me } from '@pyladder/contract';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { NetworkError, ProblemError } from './problems.ts';
import type { Purpose } from './reads.ts';

export type { Purpose } from './reads.ts';

const MINUTE = 60_000;

/** Keeps what the server said. A "no" is final; a fault or a lost network is tried twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Offline is told by the failing request, so that a page says so instead of waiting for ever.
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.status < 500),
        retryDelay: (failures, error) => (error instanceof NetworkError ? 300 : 600) * (failures + 1),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Fetched with the first question to the server: a page that came whole asks none. */
const reads = () =>
  import('./reads.ts').catch((error: unknown) => {
    throw new NetworkError(error);
  });

export const ladderQuery = queryOptions({
  queryKey: ['ladder'],
  queryFn: async (reading) => (await reads()).readLadder(reading),
  staleTime: 30 * MINUTE,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (reading) => (await reads()).readMe(reading),
  staleTime: MINUTE,
});

/** What is the same for everybody. */
const PUBLIC = new Set(['ladder', 'me', 'references', 'trusted-issuers']);

/** Takes note of who is signed in now, and forgets everything that was kept of whoever was before. */
export function changePerson(queries: QueryClient, me: Me): void {
  queries.setQueryData(meQuery.queryKey, me);
  queries.removeQueries({ predicate: ({ queryKey }) => !PUBLIC.has(String(queryKey[0])) });
}

export const recordQuery = queryOptions({
  queryKey: ['record'],
  queryFn: async (reading) => (await reads()).readRecord(reading),
  staleTime: 0,
});

/** What to read for the objectives of an exam. */
export function referencesQuery(credential: string) {
  return queryOptions({
    queryKey: ['references', credential],
    queryFn: async (reading) => (await reads()).readReferences(credential, reading),
    staleTime: 30 * MINUTE,
  });
}

/** While the questions are being prepared, the rules are asked for again until the exam can start. */
export function rulesQuery(credential: string, purpose: Purpose) {
  return queryOptions({
    queryKey: ['rules', credential, purpose],
    queryFn: async (reading) => (await reads()).readRules(credential, purpose, reading),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.obstacles.some(({ code }) => code === 'exam_bank_not_ready') ? 3_000 : false,
  });
}

/** Scoring takes a moment after handing in; until then the result is asked for again. */
export function resultQuery(sittingId: string) {
  return queryOptions({
    queryKey: ['result', sittingId],
    queryFn: async (reading) => (await reads()).readResult(sittingId, reading),
    refetchInterval: ({ state }) => (state.data?.released === null ? 2_000 : false),
  });
}

export function debriefQuery(sittingId: string) {
  return queryOptions({
    queryKey: ['debrief', sittingId],
    queryFn: async (reading) => (await reads()).readDebrief(sittingId, reading),
    staleTime: 30 * MINUTE,
  });
}
