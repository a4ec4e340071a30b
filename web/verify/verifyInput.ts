import { type VerificationReport, Verify } from '@pyladder/contract';
import { call, NetworkError, ProblemError } from '../api/call.ts';
import { fetchDocument } from '../api/documents.ts';
import type { Finding } from '../ui/verdict/finding.ts';
import { type Verifier, VerifierFault } from '../verifier/verifier.ts';
import type { Badge, VerifierFaultCode } from '../verifier/worker/protocol.ts';
import type { Input } from './inputs.ts';

/** Where checking is done: in this browser, or at this site's server where the browser cannot. */
export type Place = 'browser' | 'server';

/** Why nothing can be said about an input. */
export type FailureCode =
  | VerifierFaultCode
  | 'offline'
  | 'unreadable'
  | 'not_found'
  | 'address_not_allowed'
  | 'address_not_reachable'
  | 'refused'
  | 'busy'
  | 'too_large';

/** What became of one input. */
export type Outcome = { kind: 'report'; finding: Finding; badge: Badge | null } | { kind: 'failed'; code: FailureCode };

/** Larger files are not sent to the server, which would refuse them: 8 million characters of base64. */
const LARGEST_SENT = 5_900_000;

/** Verifies one input. Failures that say nothing about the credential are a value too. */
export async function verifyInput(input: Input, verifier: Verifier, place: Place): Promise<Outcome> {
  try {
    const { source } = input;
    if ('address' in source)
      return { kind: 'report', finding: await askServer({ address: source.address }), badge: null };
    const badge = 'document' in source ? await fetchDocument(source.document) : source.badge;
    const finding = place === 'browser' ? await verifyHere(verifier, badge) : await sendToServer(badge);
    return { kind: 'report', finding, badge };
  } catch (error) {
    return { kind: 'failed', code: failureOf(error) };
  }
}

async function verifyHere(verifier: Verifier, badge: Badge): Promise<Finding> {
  return { ...(await verifier.verify(badge)), by: 'browser', change: null, replacedBy: null };
}

/** @throws ProblemError | NetworkError */
export async function sendToServer(badge: Badge): Promise<Finding> {
  if (typeof badge === 'string') return askServer({ text: badge });
  if (badge.size > LARGEST_SENT) throw new ProblemError(413, { code: 'too_large', detail: {} });
  return askServer({ file: await readBase64(badge) });
}

async function askServer(body: { text: string } | { file: string } | { address: string }): Promise<Finding> {
  const report: VerificationReport = await call(Verify, { body });
  return { ...report, by: 'server' };
}

function readBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^data:[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

function failureOf(error: unknown): FailureCode {
  if (error instanceof NetworkError) return 'offline';
  if (error instanceof VerifierFault) return error.code;
  // The person moved or removed the file while it was being read.
  if (error instanceof DOMException) return 'unreadable';
  if (error instanceof ProblemError) return failureOfProblem(error);
  // A bug of ours must not stop the others of a list; it is shown as one, and named for whoever looks for it.
  console.error(error);
  return 'fault';
}

function failureOfProblem({ status, code }: ProblemError): FailureCode {
  if (code === 'address_not_allowed' || code === 'address_not_reachable') return code;
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429 || status === 503) return 'busy';
  return status < 500 ? 'refused' : 'fault';
}
