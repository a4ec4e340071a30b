import type { CredentialPage } from '@pyladder/contract';
import type { QueryClient } from '@tanstack/react-query';
import { trustedIssuersQuery } from '../api/credentials.ts';
import { fetchDocument } from '../api/documents.ts';
import type { Finding } from '../ui/verdict/finding.ts';
import { openVerifier, type Verifier } from '../verifier/verifier.ts';

/** Verifies the signed document behind a page in this browser. @throws VerifierFault | NetworkError | ProblemError */
export async function verifyHere(queries: QueryClient, page: CredentialPage): Promise<Finding> {
  const [{ issuers }, document] = await Promise.all([
    queries.ensureQueryData(trustedIssuersQuery),
    fetchDocument(page.id),
  ]);
  const report = await closeAfter(openVerifier(issuers, 1), (verifier) => verifier.verify(document));
  return {
    ...report,
    by: 'browser',
    change: page.lastChange,
    replacedBy: page.replacedBy === null ? null : `/credentials/${page.replacedBy}`,
  };
}

/** Whether the signed document names the holder of this e-mail address. @throws as {@link verifyHere} */
export async function namesHolderHere(id: string, email: string): Promise<boolean | null> {
  const document = await fetchDocument(id);
  return closeAfter(openVerifier([], 1), (verifier) => verifier.namesHolder(document, email));
}

async function closeAfter<Result>(verifier: Verifier, work: (verifier: Verifier) => Promise<Result>) {
  try {
    return await work(verifier);
  } finally {
    verifier.close();
  }
}
