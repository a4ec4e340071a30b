import { type BodyInput, type Endpoint, type Params, Problem, type Reply } from '@pyladder/contract';
import { NetworkError, ProblemError } from './problems.ts';

export { NetworkError, ProblemError } from './problems.ts';

export type CallInput<E extends Endpoint> = {
  [K in 'params' as E extends { params: object } ? K : never]: Params<E>;
} & { [K in 'body' as E extends { body: object } ? K : never]: BodyInput<E> } & { signal?: AbortSignal };

const TIMEOUT_MS = 20_000;

/**
 * Calls an endpoint of the contract and checks what comes back.
 *
 * @throws ProblemError when the server answers with anything but success
 * @throws NetworkError when it does not answer
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Reply<E>> {
  const { params = {}, body, signal } = input as { params?: object; body?: unknown; signal?: AbortSignal };
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const request: RequestInit = {
    method: endpoint.method,
    credentials: 'same-origin',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  // The network may die before the reply begins, or in the middle of it.
  const lost = (error: unknown): never => {
    throw signal?.aborted ? error : new NetworkError(error);
  };
  const response = await fetch(pathOf(endpoint.path, params), request).catch(lost);
  const text = await response.text().catch(lost);
  if (!response.ok) throw new ProblemError(response.status, readProblem(text));
  return endpoint.reply.parse(JSON.parse(text)) as Reply<E>;
}

function pathOf(path: string, params: object): string {
  const values = new Map(Object.entries(params));
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}

/** A reply that is no problem document comes from something between us and the server, or from a crash. */
function readProblem(text: string): Problem {
  try {
    const known = Problem.safeParse(JSON.parse(text));
    if (known.success) return known.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { code: 'fault', detail: {} };
}
