/** What all nodes of one installation share. The secrets never leave the server. */
export type Installation = {
  issuerId: string;
  issuerName: string;
  /** Credentials and pages of a demo say so. */
  isDemo: boolean;
  examSeed: Buffer;
  tokenSecret: Buffer;
  cookieSecret: Buffer;
};
