/** What a status list says of a credential when its bit is set. */
export type StatusPurpose = 'revocation' | 'suspension';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** The public addresses below the address of an installation. They are part of what is signed, so they never change. */
export function addressesBelow(base: string) {
  return {
    issuer: `${base}/issuer`,
    credential: (id: string) => `${base}/credentials/${id}`,
    achievement: (credential: string) => `${base}/achievements/${credential}`,
    /** The page about a rung of the ladder. */
    rung: (credential: string) => `${base}/${credential}`,
    status: (number: number, purpose: StatusPurpose) => `${base}/status/${number}/${purpose}`,
  };
}

/** The id in the address of a credential of this installation, or null if it is not such an address. */
export function readCredentialAddress(base: string, address: string): string | null {
  return match(base, address, new RegExp(`^/credentials/(${UUID})(?:\\.json)?$`, 'i'))?.[1]?.toLowerCase() ?? null;
}

/** What the address of a status list of this installation names, or null if it is not such an address. */
export function readStatusAddress(base: string, address: string): { number: number; purpose: StatusPurpose } | null {
  const found = match(base, address, /^\/status\/([1-9]\d{0,8})\/(revocation|suspension)$/);
  if (found === null) return null;
  return { number: Number(found[1]), purpose: found[2] === 'revocation' ? 'revocation' : 'suspension' };
}

function match(base: string, address: string, path: RegExp): RegExpExecArray | null {
  return address.startsWith(`${base}/`) ? path.exec(address.slice(base.length)) : null;
}
