import { FindPeople, GetPersonRecord, ListLiveSittings, ReadAuditLog, type Reply } from '@pyladder/contract';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** The live list as it arrived. `arrivedTick`: this page's milliseconds when the server said it, half the way being its way back. */
export type LiveSittings = Reply<typeof ListLiveSittings> & { arrivedTick: number };

/** Looked at again every few seconds while the page is to be seen. */
export const liveSittingsQuery = queryOptions({
  queryKey: ['staff', 'sittings'],
  queryFn: async ({ signal }): Promise<LiveSittings> => {
    const asked = performance.now();
    const reply = await call(ListLiveSittings, { signal });
    return { ...reply, arrivedTick: (asked + performance.now()) / 2 };
  },
  staleTime: 0,
  refetchInterval: 5_000,
});

/** Each search is recorded, so one is made when somebody asks for it and never by itself. */
export function peopleQuery(text: string) {
  return queryOptions({
    queryKey: ['staff', 'people', text],
    queryFn: ({ signal }) => call(FindPeople, { body: { text }, signal }),
    enabled: text !== '',
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Each reading of a record is recorded, so it is read when somebody opens the page or asks, and never by itself. */
export function personQuery(candidateId: string) {
  return queryOptions({
    queryKey: ['staff', 'person', candidateId],
    queryFn: ({ signal }) => call(GetPersonRecord, { params: { candidateId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Reads the record anew. @throws ProblemError not_found */
export function fetchPerson(queries: QueryClient, candidateId: string) {
  return queries.fetchQuery({ ...personQuery(candidateId), staleTime: 0 });
}

/** What is looked for in the log; absent: everything. */
export type AuditFilter = { about?: string | undefined; action?: string | undefined };

/** The log's newest page, and older ones as they are asked for. */
export function auditQuery({ about, action }: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['staff', 'audit', about ?? null, action ?? null],
    queryFn: ({ pageParam, signal }) =>
      call(ReadAuditLog, {
        body: {
          ...(about !== undefined && { about }),
          ...(action !== undefined && { action }),
          ...(pageParam !== null && { before: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  });
}
