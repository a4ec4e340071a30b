import { accessSync, constants } from 'node:fs';

/** libpq's modes that the driver takes for `verify-full`, with a warning or silently. */
const STRICT_HERE = /([?&]sslmode=)(?:allow|prefer|require|verify-ca)(?=&|$)/;
const MODES: ReadonlySet<string> = new Set([
  'disable',
  'no-verify',
  'allow',
  'prefer',
  'require',
  'verify-ca',
  'verify-full',
]);

/** True for an address of a PostgreSQL database, with its name. */
export function isDatabaseUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
}

/** True if the mode of encryption, where one is named, is known: a mistyped one must not pass for another. */
export function hasKnownEncryption(address: string): boolean {
  const mode = URL.parse(address)?.searchParams.get('sslmode') ?? null;
  return mode === null || MODES.has(mode);
}

/** True if the files of certificates that the address names can be read. */
export function hasReadableCertificates(address: string): boolean {
  const parameters = URL.parse(address)?.searchParams;
  return ['sslcert', 'sslkey', 'sslrootcert'].every((name) => {
    const file = parameters?.get(name) ?? null;
    return file === null || isReadable(file);
  });
}

/**
 * The address with its mode of encryption as this server keeps it: encrypted means that the certificate is checked,
 * with the server's name, unless `no-verify` is said. Who says `uselibpqcompat=true` gets libpq's looser meanings.
 *
 * @see https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION
 */
export function settleEncryption(address: string): string {
  if (URL.parse(address)?.searchParams.get('uselibpqcompat') === 'true') return address;
  return address.replace(STRICT_HERE, '$1verify-full');
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
