import { createHmac, timingSafeEqual } from 'node:crypto';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Name of the cookie that says this browser has signed in to an account before. It opens nothing. */
function knownBrowserCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-pyladder-known' : 'pyladder-known';
}

/** The cookie to set after a sign-in. It names the account by a keyed hash only. */
export function knownBrowserCookie(secret: Buffer, email: string, isSecure: boolean): string {
  const flags = `Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return `${knownBrowserCookieName(isSecure)}=${markOf(secret, email)}; ${flags}`;
}

/** Whether the cookies show that this browser has signed in to the account before. */
export function isKnownBrowser(secret: Buffer, email: string, cookies: string, isSecure: boolean): boolean {
  const prefix = `${knownBrowserCookieName(isSecure)}=`;
  const shown =
    cookies
      .split('; ')
      .find((cookie) => cookie.startsWith(prefix))
      ?.slice(prefix.length) ?? '';
  const mark = Buffer.from(markOf(secret, email));
  const given = Buffer.from(shown);
  return given.length === mark.length && timingSafeEqual(given, mark);
}

function markOf(secret: Buffer, email: string): string {
  return createHmac('sha256', secret).update('pyladder-known-browser-1').update(email).digest('base64url');
}
