import { NetworkError, ProblemError } from './call.ts';

const TIMEOUT_MS = 20_000;

/**
 * The signed document of a credential of this site, just as it was issued.
 *
 * @throws ProblemError when there is none
 * @throws NetworkError when the server does not answer
 */
export async function fetchDocument(id: string): Promise<string> {
  const address = `/credentials/${encodeURIComponent(id)}.json`;
  // The network may die before the document begins, or in the middle of it.
  const lost = (error: unknown): never => {
    throw new NetworkError(error);
  };
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(lost);
  if (!response.ok) {
    throw new ProblemError(response.status, { code: response.status === 404 ? 'not_found' : 'fault', detail: {} });
  }
  return response.text().catch(lost);
}
