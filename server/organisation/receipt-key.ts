import type { JWK } from 'jose';

/** The issuer's Ed25519 key for receipts. */
export type ReceiptKey = {
  kid: string;
  publicJwk: JWK;
  /** The payload as a compact JWS. */
  sign(payload: object): Promise<string>;
};
