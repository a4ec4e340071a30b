import { buffer } from 'node:stream/consumers';
import { openCertificateFile } from './certificate-file.ts';
import { writePage } from './certificate-page.ts';
import type { Climb } from './climb.ts';

/** What a certificate says; `rung` counts from 1, the lowest, to `rungs`. */
export type CertificateFacts = Climb & {
  /** As the holder lets it be seen; null writes a certificate without a name. */
  holderName: string | null;
  short: string;
  name: string;
  issuerName: string;
  issuedAt: Date;
  expiresAt: Date | null;
  /** Where anybody checks it. */
  address: string;
  /** The exams it rests on. */
  basis: readonly { short: string; passedAt: Date }[];
  /** What was examined; empty for a granted rung. */
  topics: readonly { title: string }[];
  isDemo: boolean;
  /** The signed document, byte for byte. */
  credentialJson: string;
  credentialId: string;
};

/**
 * Makes the certificate of one credential: a tagged PDF of one page, with the credential attached.
 * The same facts give the same bytes.
 *
 * @throws RangeError if there is no such rung
 * @see ISO 14289-1 (PDF/UA), ISO 19005-3 (PDF/A-3)
 */
export async function makeCertificate(facts: CertificateFacts): Promise<Uint8Array> {
  const title = `${facts.isDemo ? 'DEMO ' : ''}${facts.short} certificate: ${facts.name}`;
  const document = openCertificateFile({ ...facts, title });
  writePage(document, facts);
  document.end();
  return buffer(document);
}
