export type VerifyCommand = {
  /** A file's name or a credential's address. */
  what: string;
  /** Whose word is to be taken; null leaves that to the person. */
  issuerId: string | null;
  /** Of the site that issued it. */
  origin: string;
};

/** The command that verifies the same on the command line. A site without https, as on one's own computer, is trusted by its origin. */
export function writeVerifyCommand({ what, issuerId, origin }: VerifyCommand): string {
  const trusted = origin.startsWith('http:') ? origin : issuerId;
  return trusted === null ? `npx pyladder verify ${what}` : `npx pyladder verify ${what} --trust ${trusted}`;
}
