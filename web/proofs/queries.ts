import { GetPagePython, GetProofPrograms } from '@pyladder/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

const MINUTE = 60_000;

/** Items whose programs can be changed. */
export const proofProgramsQuery = queryOptions({
  queryKey: ['proof-programs'],
  queryFn: ({ signal }) => call(GetProofPrograms, { signal }),
  staleTime: 30 * MINUTE,
});

/** Where Python's files lie, and how large they are; nothing of them is fetched by this. */
export const pagePythonQuery = queryOptions({
  queryKey: ['page-python'],
  queryFn: ({ signal }) => call(GetPagePython, { signal }),
  staleTime: 30 * MINUTE,
});
