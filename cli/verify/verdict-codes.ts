import type { Report } from '@pyladder/credentials';

/** What the shell is told of a verification; 2 stays with misuse, as for every command. */
export const verdictCodes = { valid: 0, notValid: 1, notUnderstood: 3, unknownIssuer: 4, notComplete: 5 } as const;

export type VerdictCode = (typeof verdictCodes)[keyof typeof verdictCodes];

/** Worst first: of many, the worst is told. */
const byGravity: readonly VerdictCode[] = [
  verdictCodes.notValid,
  verdictCodes.notUnderstood,
  verdictCodes.unknownIssuer,
  verdictCodes.notComplete,
  verdictCodes.valid,
];

export function codeOfReport({ verdict, complete }: Report): VerdictCode {
  switch (verdict) {
    case 'valid':
      return complete ? verdictCodes.valid : verdictCodes.notComplete;
    case 'unknown_issuer':
      return verdictCodes.unknownIssuer;
    case 'not_understood':
      return verdictCodes.notUnderstood;
    case 'forged':
    case 'revoked':
    case 'suspended':
    case 'expired':
      return verdictCodes.notValid;
  }
}

/** The worst of these; 0 if there are none. */
export function worstOf(codes: ReadonlySet<VerdictCode>): VerdictCode {
  return byGravity.find((code) => codes.has(code)) ?? verdictCodes.valid;
}
