import type { CredentialView, LadderView } from '@pyladder/contract';

/** One exam that somebody pays for. */
export type Fee = { credential: string; short: string; cents: number; currency: string };

/**
 * The fees of a rung and of everything that must be held for it, lowest rung first, each paid once. Rungs that are only
 * advised are not counted.
 */
export function listFees(ladder: LadderView, credentialId: string): Fee[] {
  const needed = collectNeeded(ladder, credentialId);
  return ladder.credentials.flatMap((credential) =>
    'exam' in credential && needed.has(credential.id)
      ? [
          {
            credential: credential.id,
            short: credential.short,
            cents: credential.exam.feeCents,
            currency: credential.exam.currency,
          },
        ]
      : [],
  );
}

/** The sum of fees in one currency, or null where they are in several and no honest sum exists. */
export function sumFees(fees: readonly Fee[]): { cents: number; currency: string } | null {
  const [first] = fees;
  if (first === undefined || fees.some(({ currency }) => currency !== first.currency)) return null;
  return { cents: fees.reduce((sum, { cents }) => sum + cents, 0), currency: first.currency };
}

function collectNeeded(ladder: LadderView, credentialId: string): Set<string> {
  const found = new Set<string>();
  const waiting = [credentialId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const credential = ladder.credentials.find((one) => one.id === id);
    if (credential !== undefined) waiting.push(...neededFor(credential));
  }
  return found;
}

function neededFor(credential: CredentialView): readonly string[] {
  return 'exam' in credential ? credential.requires : credential.grantedBy;
}
