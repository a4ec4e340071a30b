/** What LinkedIn's form asks for. */
export type ProfileEntry = {
  name: string;
  issuerName: string;
  issuedAt: Date;
  expiresAt: Date | null;
  address: string;
  id: string;
};

/**
 * An address that opens LinkedIn's form "Add licence or certification", filled in. Nothing goes there before the holder
 * clicks.
 *
 * @see https://addtoprofile.linkedin.com
 */
export function addToProfileAddress({ name, issuerName, issuedAt, expiresAt, address, id }: ProfileEntry): string {
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: issuerName,
    ...monthOf('issue', issuedAt),
    ...(expiresAt === null ? {} : monthOf('expiration', expiresAt)),
    certUrl: address,
    certId: id,
  });
  return `https://www.linkedin.com/profile/add?${query}`;
}

function monthOf(which: 'issue' | 'expiration', date: Date): Record<string, string> {
  return { [`${which}Year`]: String(date.getUTCFullYear()), [`${which}Month`]: String(date.getUTCMonth() + 1) };
}
