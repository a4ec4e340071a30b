import {
  GetDebrief,
  GetExamRules,
  GetLadder,
  GetMe,
  GetRecord,
  GetResult,
  type Me,
  type RegistrationView,
  type Result,
} from '@pyladder/contract';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { call, NetworkError, ProblemError } from './call.ts';

export type Purpose = RegistrationView['purpose'];

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

export const ladderQuery = queryOptions({
  queryKey: ['ladder'],
  queryFn: ({ signal }) => call(GetLadder, { signal }),
  staleTime: 30 * MINUTE,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(GetMe, { signal }),
  staleTime: MINUTE,
});

/** What is the same for everybody. */
const PUBLIC = new Set(['ladder', 'me', 'trusted-issuers']);

/** Takes note of who is signed in now, and forgets everything that was kept of whoever was before. */
export function changePerson(queries: QueryClient, me: Me): void {
  queries.setQueryData(meQuery.queryKey, me);
  queries.removeQueries({ predicate: ({ queryKey }) => !PUBLIC.has(String(queryKey[0])) });
}

export const recordQuery = queryOptions({
  queryKey: ['record'],
  queryFn: ({ signal }) => call(GetRecord, { signal }),
  staleTime: 0,
});

/** While the questions are being prepared, the rules are asked for again until the exam can start. */
export function rulesQuery(credential: string, purpose: Purpose) {
  return queryOptions({
    queryKey: ['rules', credential, purpose],
    queryFn: ({ signal }) => call(GetExamRules, { params: { credential, purpose }, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.obstacles.some(({ code }) => code === 'exam_bank_not_ready') ? 3_000 : false,
  });
}

/** A result that is out, or the state of a sitting that has none yet. */
export type ResultSoFar = { released: Result } | { released: null; state: string };

/** Scoring takes a moment after handing in; until then the result is asked for again. */
export function resultQuery(sittingId: string) {
  return queryOptions({
    queryKey: ['result', sittingId],
    queryFn: async ({ signal }): Promise<ResultSoFar> => {
      try {
        return { released: await call(GetResult, { params: { sittingId }, signal }) };
      } catch (error) {
        if (!(error instanceof ProblemError && error.code === 'not_released')) throw error;
        return { released: null, state: String(error.detail.state ?? 'submitted') };
      }
    },
    refetchInterval: ({ state }) => (state.data?.released === null ? 2_000 : false),
  });
}

export function debriefQuery(sittingId: string) {
  return queryOptions({
    queryKey: ['debrief', sittingId],
    queryFn: ({ signal }) => call(GetDebrief, { params: { sittingId }, signal }),
    staleTime: 30 * MINUTE,
  });
}
