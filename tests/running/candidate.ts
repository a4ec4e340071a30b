import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint, Reply, Save, SaveOutcome } from '@pyladder/contract';
import {
  GetAnswerRecord,
  GetDebrief,
  GetResult,
  GetSitting,
  Register,
  SaveProgress,
  SignUp,
  StartSitting,
  SubmitSitting,
} from '@pyladder/contract';

/** A person using the API over HTTP, as a browser would: with a cookie jar and an Origin. */
export type Candidate = {
  email: string;
  /** Name and value of every cookie the server has set. */
  cookies(): [string, string][];
  call<E extends Endpoint>(endpoint: E, request?: CallOptions): Promise<Reply<E>>;
  startSitting(credential: string, purpose: 'real' | 'mock'): Promise<Room>;
  record(sittingId: string): Promise<Reply<typeof GetAnswerRecord>>;
  result(sittingId: string): Promise<Reply<typeof GetResult>>;
  debrief(sittingId: string): Promise<Reply<typeof GetDebrief>>;
};

/** A sitting as its room holds it: the view, and ways to save and hand in with its token. */
export type Room = {
  view: Reply<typeof GetSitting>;
  deviceId: string;
  save(saves: Save[]): Promise<SaveOutcome[]>;
  submit(): Promise<Reply<typeof SubmitSitting>>;
};

export type CallOptions = { params?: Record<string, string>; body?: unknown; bearer?: string };

/** A reply that was not a success. */
export class CallFailed extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(endpoint: Endpoint, status: number, body: unknown) {
    super(`${endpoint.method} ${endpoint.path} answered ${status}: ${JSON.stringify(body)}`);
    this.name = 'CallFailed';
    this.status = status;
    this.body = body;
  }
}

/** Signs up somebody new. */
export async function signUp(url: string): Promise<Candidate> {
  const email = `${randomUUID()}@candidates.example`;
  const cookies = new Map<string, string>();
  const call = async <E extends Endpoint>(
    endpoint: E,
    { params = {}, body, bearer }: CallOptions = {},
  ): Promise<Reply<E>> => {
    const path = Object.entries(params).reduce(
      (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(value)),
      endpoint.path as string,
    );
    const headers = new Headers({ origin: url });
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const reply = await fetch(`${url}${path}`, {
      method: endpoint.method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    });
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new CallFailed(endpoint, reply.status, answer);
    return endpoint.reply.parse(answer) as Reply<E>;
  };
  await call(SignUp, { body: { name: 'Ada Tester', email, password: `correct horse ${randomUUID()}` } });

  return {
    email,
    cookies: () => [...cookies],
    call,
    async startSitting(credential, purpose) {
      const registration = await call(Register, { body: { credential, purpose } });
      const { sittingId } = await call(StartSitting, { params: { registrationId: registration.id } });
      const view = await call(GetSitting, { params: { sittingId } });
      return openRoom(view, call);
    },
    record: (sittingId) => call(GetAnswerRecord, { params: { sittingId } }),
    result: (sittingId) => waitForResult(() => call(GetResult, { params: { sittingId } })),
    debrief: (sittingId) => call(GetDebrief, { params: { sittingId } }),
  };
}

function openRoom(view: Reply<typeof GetSitting>, call: Candidate['call']): Room {
  const deviceId = randomUUID();
  const params = { sittingId: view.id };
  return {
    view,
    deviceId,
    async save(saves) {
      const reply = await call(SaveProgress, { params, bearer: view.token, body: { deviceId, saves } });
      return reply.outcomes;
    },
    submit: () => call(SubmitSitting, { params, bearer: view.token }),
  };
}

/** Scoring is a job of its own, a moment after handing in. */
async function waitForResult(get: () => Promise<Reply<typeof GetResult>>): Promise<Reply<typeof GetResult>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await get();
    } catch (error) {
      if (!(error instanceof CallFailed) || error.status !== 409 || attempt > 200) throw error;
      await sleep(100);
    }
  }
}
