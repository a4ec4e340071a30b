import { betterAuth } from 'better-auth';
import type { Db } from '../deps.ts';
import { hashPassword, isPassword } from './passwords.ts';

const DAY_SECONDS = 24 * 60 * 60;

export type LibraryOptions = {
  db: Db;
  /** Signs session cookies. */
  secret: Buffer;
  /** Where people reach us; null where there is no TLS in front and the address is not known beforehand. */
  publicUrl: string | null;
};

/**
 * The sign-in library on our tables, hashing and cookies. Its own routes are not mounted: our endpoints call it, so its
 * checks of origin and rate are off and ours apply. Sessions are always looked up: a cached one would outlive a sign-out.
 */
export function configureLibrary({ db, secret, publicUrl }: LibraryOptions) {
  const isSecure = publicUrl?.startsWith('https://') ?? false;
  return betterAuth({
    baseURL: publicUrl ?? 'http://localhost',
    secret: secret.toString('base64url'),
    database: { db, type: 'postgres', transaction: true, schemaName: 'identity' },
    telemetry: { enabled: false },
    // It would write e-mail addresses; what fails is thrown and logged once, without them.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: 1,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ password, hash }) => isPassword(password, hash),
      },
    },
    advanced: {
      database: { generateId: 'uuid', joins: true },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: {
        session_token: {
          // A browser takes a __Host- cookie only with Secure, from this very host, for the whole of it.
          name: isSecure ? '__Host-pyladder-session' : 'pyladder-session',
          attributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
  });
}
