import { type TrustedIssuer } from '@pyladder/credentials';
/** Where a document of the test says that it lives: the same place as the page, as with this site's own. */
export declare const ORIGIN = 'http://localhost';
export type TestIssuer = {
  trusted: TrustedIssuer;
  /** A signed badge, as text. */
  issue(changes?: { isDemo?: boolean; validUntil?: Date; email?: string }): Promise<string>;
  /** The signed list at an address of a badge, in which every badge is withdrawn or none. */
  list(address: string, withdrawn: 'revocation' | 'suspension' | null): Promise<string>;
};
/** An issuer with a key of its own, that issues badges like those of this site. @param byte tells its keys apart */
export declare function givenIssuer(byte?: number): Promise<TestIssuer>;
