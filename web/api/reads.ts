import {
  GetDebrief,
  GetExamRules,
  GetLadder,
  GetMe,
  GetRecord,
  GetReferences,
  GetResult,
  type RegistrationView,
  type Result,
} from '@pyladder/contract';
import { call } from './call.ts';
import { ProblemError } from './problems.ts';

/** What pages read, checked by the contract. Apart from the queries, so that a page that came whole carries none of it. */

export type Purpose = RegistrationView['purpose'];

/** A result that is out, or the state of a sitting that has none yet. */
export type ResultSoFar = { released: Result } | { released: null; state: string };

type Reading = { signal: AbortSignal };

export const readLadder = (reading: Reading) => call(GetLadder, reading);

export const readMe = (reading: Reading) => call(GetMe, reading);

export const readRecord = (reading: Reading) => call(GetRecord, reading);

export const readReferences = (credential: string, reading: Reading) =>
  call(GetReferences, { params: { credential }, ...reading });

export const readRules = (credential: string, purpose: Purpose, reading: Reading) =>
  call(GetExamRules, { params: { credential, purpose }, ...reading });

export const readDebrief = (sittingId: string, reading: Reading) =>
  call(GetDebrief, { params: { sittingId }, ...reading });

/** The result of a sitting, or what it is waiting for. */
export async function readResult(sittingId: string, reading: Reading): Promise<ResultSoFar> {
  try {
    return { released: await call(GetResult, { params: { sittingId }, ...reading }) };
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'not_released')) throw error;
    return { released: null, state: String(error.detail.state ?? 'submitted') };
  }
}
