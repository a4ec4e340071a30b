import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '@pyladder/contract';
import { Refusal } from '@pyladder/exam';
import { isAPIError } from 'better-auth/api';
import type { z } from 'zod';
import type { Db } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { forgetAttempts, requireAttemptsLeft, signInLimits, signUpLimits } from './attempts.ts';
import { isKnownBrowser, knownBrowserCookie } from './known-browser.ts';
import { configureLibrary } from './library.ts';
import { deleteSomeExpiredSessions, findStaffByEmail, findStanding, isEmailTaken } from './people.queries.ts';

/** Who is signed in. */
export type Person = {
  userId: string;
  /** Stands for the person everywhere outside identity. */
  candidateId: string;
  name: string;
  email: string;
  roles: z.output<typeof Role>[];
  /** Extra exam time as a share: 0.25 is a quarter more. */
  extraTime: number;
};

/** A person, and the Set-Cookie lines their browser is to get. */
export type SignedIn = { person: Person; cookies: string[] };
export type Origin = { address: string; headers: IncomingHttpHeaders };

/** Accounts, passwords and sessions: everything about who somebody is. */
export type Identity = {
  /** The person whose session cookie is among the headers, or null. */
  findPerson(headers: IncomingHttpHeaders): Promise<Person | null>;
  /** The same, and lengthens a session that is in use. */
  refreshSession(headers: IncomingHttpHeaders): Promise<{ person: Person | null; cookies: string[] }>;
  /** @throws Refusal email_taken | too_many_attempts */
  signUp(account: { name: string; email: string; password: string }, from: Origin): Promise<SignedIn>;
  /** @throws Refusal wrong_email_or_password | too_many_attempts */
  signIn(credentials: { email: string; password: string }, from: Origin): Promise<SignedIn>;
  /** Ends the session for good; the cookies clear it from the browser. */
  signOut(headers: IncomingHttpHeaders): Promise<string[]>;
};

export type IdentityOptions = { db: Db; issuerId: string; secret: Buffer; publicUrl: string | null };

/** Identity over the sign-in library, which nothing outside this folder knows of. */
export function createIdentity({ db, issuerId, secret, publicUrl }: IdentityOptions): Identity {
  const { api } = configureLibrary({ db, secret, publicUrl });
  const isSecure = publicUrl?.startsWith('https://') ?? false;

  async function personOf(user: { id: string; name: string; email: string } | undefined): Promise<Person | null> {
    const standing = user ? await findStanding(db, user.id, issuerId) : null;
    if (!user || !standing) return null;
    const { candidateId, staffRoles, extraTime } = standing;
    return {
      userId: user.id,
      candidateId,
      name: user.name,
      email: user.email,
      roles: ['candidate', ...staffRoles],
      extraTime,
    };
  }

  /** A new session's person. The account can be erased between the two look-ups, and then nobody is signed in. */
  async function signedIn(user: { id: string; name: string; email: string }, headers: Headers): Promise<SignedIn> {
    const person = await personOf(user);
    if (person === null) throw new Refusal('wrong_email_or_password');
    return { person, cookies: [...headers.getSetCookie(), knownBrowserCookie(secret, user.email, isSecure)] };
  }

  /** Who of the staff came in, or tried to, is for the audit log; where candidates sign in from is nobody's business. */
  function recordStaff(action: string, { actorId, candidateId }: { actorId: string | null; candidateId: string }) {
    return insertAuditEntry(db, { issuerId, actorId, action, subject: 'candidate', subjectId: candidateId });
  }

  return {
    async findPerson(headers) {
      const session = await api.getSession({ headers: cookiesOf(headers), query: { disableRefresh: true } });
      return personOf(session?.user);
    },

    async refreshSession(headers) {
      const { response, headers: answered } = await api.getSession({
        headers: cookiesOf(headers),
        returnHeaders: true,
      });
      return { person: await personOf(response?.user), cookies: answered.getSetCookie() };
    },

    async signUp(account, { address }) {
      await requireAttemptsLeft(db, secret, signUpLimits(address));
      const made = await api.signUpEmail({ body: account, returnHeaders: true }).catch(async (error: unknown) => {
        // Also when two sign up with one address at once, and the database lets only the first through.
        if (isAPIError(error) && error.statusCode === 422 && (await isEmailTaken(db, account.email))) {
          throw new Refusal('email_taken');
        }
        throw asBug(error);
      });
      return signedIn(made.response.user, made.headers);
    },

    async signIn(credentials, { address, headers }) {
      const isKnown = isKnownBrowser(secret, credentials.email, headers.cookie ?? '', isSecure);
      const limits = signInLimits(credentials.email, address, isKnown);
      await requireAttemptsLeft(db, secret, limits);
      const made = await api.signInEmail({ body: credentials, returnHeaders: true }).catch(async (error: unknown) => {
        if (!isAPIError(error) || error.statusCode !== 401) throw asBug(error);
        const candidateId = await findStaffByEmail(db, credentials.email, issuerId);
        if (candidateId !== null) await recordStaff('staff_sign_in_refused', { actorId: null, candidateId });
        throw new Refusal('wrong_email_or_password');
      });
      await forgetAttempts(db, secret, limits);
      await deleteSomeExpiredSessions(db);
      const { person, cookies } = await signedIn(made.response.user, made.headers);
      const { candidateId, roles } = person;
      if (roles.length > 1) await recordStaff('staff_signed_in', { actorId: candidateId, candidateId });
      return { person, cookies };
    },

    async signOut(headers) {
      const { headers: answered } = await api.signOut({ headers: cookiesOf(headers), returnHeaders: true });
      return answered.getSetCookie();
    },
  };
}

/** What the library refuses beyond our own contract is not the caller's doing, whatever status it has in mind. */
function asBug(error: unknown): unknown {
  return isAPIError(error) ? new Error(`the sign-in library refused: ${error.message}`, { cause: error }) : error;
}

/** The library sees the cookies and nothing else of a request: address and browser are not for keeping. */
function cookiesOf({ cookie }: IncomingHttpHeaders): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}
