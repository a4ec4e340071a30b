import type {
  BodyInput,
  GetSittingClock,
  Problem,
  Reply,
  SaveProgress,
  SittingView,
  SubmissionReceipt,
} from '@pyladder/contract';

/** How long a request may hang before the network counts as dead, in milliseconds. */
const PATIENCE = 10_000;
/** Browsers carry at most 64 KiB of requests past the end of a page. */
const CARRIED_PAST_THE_END = 30_000;

/** What came of a request. Every one of these happens in an ordinary exam, so nothing is thrown. */
export type Answered<T> =
  | { type: 'reply'; reply: T }
  /** The server said no, for good; its code says why. */
  | { type: 'refused'; status: number; code: string }
  /** No network, or what answered was not our server. */
  | { type: 'unreachable' }
  /** The server is there and cannot just now. */
  | { type: 'busy' };

export type RoomApi = {
  getSitting(sittingId: string): Promise<Answered<SittingView>>;
  getClock(sittingId: string, token: string): Promise<Answered<Reply<typeof GetSittingClock>>>;
  save(
    sittingId: string,
    token: string,
    body: BodyInput<typeof SaveProgress>,
  ): Promise<Answered<Reply<typeof SaveProgress>>>;
  submit(sittingId: string, token: string): Promise<Answered<SubmissionReceipt>>;
};

/** The four requests of the exam room, over `fetch`. @param patience milliseconds until a silent request is given up */
export function openRoomApi(patience = PATIENCE): RoomApi {
  async function ask<T extends object>(
    path: string,
    request: RequestInit,
    mark: keyof T & string,
  ): Promise<Answered<T>> {
    try {
      const response = await fetch(`/api/sittings/${path}`, { ...request, signal: AbortSignal.timeout(patience) });
      return await understood<T>(response, mark);
    } catch (cause) {
      if (isNetworkFault(cause)) return { type: 'unreachable' };
      throw cause;
    }
  }
  const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
  return {
    getSitting: (sittingId) => ask(sittingId, { cache: 'no-store' }, 'items'),
    getClock: (sittingId, token) => ask(`${sittingId}/clock`, { cache: 'no-store', headers: bearing(token) }, 'clock'),
    save(sittingId, token, body) {
      const json = JSON.stringify(body);
      return ask(
        `${sittingId}/saves`,
        {
          method: 'POST',
          headers: { ...bearing(token), 'content-type': 'application/json' },
          body: json,
          keepalive: json.length <= CARRIED_PAST_THE_END,
        },
        'outcomes',
      );
    },
    submit: (sittingId, token) =>
      ask(`${sittingId}/submission`, { method: 'POST', headers: bearing(token) }, 'chainHead'),
  };
}

/** A network that wants a sign-in of its own answers 200 with a page: only JSON with the field we need is a reply. */
async function understood<T extends object>(response: Response, mark: keyof T & string): Promise<Answered<T>> {
  if (response.status >= 500 || response.status === 429 || response.status === 408) return { type: 'busy' };
  if (!response.headers.get('content-type')?.includes('json')) return { type: 'unreachable' };
  const body: unknown = await response.json();
  if (response.ok) {
    const isOurs = typeof body === 'object' && body !== null && mark in body;
    return isOurs ? { type: 'reply', reply: body as T } : { type: 'unreachable' };
  }
  return { type: 'refused', status: response.status, code: codeOf(body) };
}

function codeOf(body: unknown): string {
  const code = (body as Partial<Problem> | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/** `fetch` says TypeError for a dead network; a body that breaks off in the middle is a SyntaxError. */
function isNetworkFault(cause: unknown): boolean {
  return cause instanceof TypeError || cause instanceof SyntaxError || cause instanceof DOMException;
}
