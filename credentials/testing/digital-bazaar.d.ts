/** What the tests use of Digital Bazaar's packages, which have no types of their own. */

type DocumentLoader = (address: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;

declare module '@digitalbazaar/ed25519-multikey' {
  type KeyPair = { id: string; controller: string; publicKeyMultibase: string; signer(): unknown };
  export function generate(options: { id?: string; controller: string; seed?: Uint8Array }): Promise<KeyPair>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: unknown; date?: string });
  }
}

declare module '@digitalbazaar/vc' {
  type Options = { credential: object; suite: object; documentLoader: DocumentLoader; now?: Date };
  type StatusResult = { verified: boolean; results: readonly { verified: boolean; status: boolean }[] };
  export function issue(options: Options): Promise<Record<string, unknown>>;
  export function verifyCredential(
    options: Options & { checkStatus?: (options: object) => Promise<StatusResult> },
  ): Promise<{ verified: boolean; statusResult?: StatusResult; error?: Error }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<import('@digitalbazaar/vc').StatusResult>;
}
