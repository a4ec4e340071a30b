import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Role, typedText } from './words.ts';

const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());
/** 10 characters or more; length is what makes a password strong, so no rules about kinds of characters. */
const NewPassword = typedText(128).min(10);
const PersonName = typedText(120).trim().min(1);

export const Me = z.object({
  /** Null when nobody is signed in. */
  person: z
    .object({
      /** Pseudonymous: stands in sittings and awards instead of the name. */
      candidateId: z.uuid(),
      name: z.string(),
      email: z.string(),
      roles: z.array(Role),
      /** Extra exam time as a share (0.25 = a quarter more), 0 if none. */
      extraTime: z.number(),
    })
    .nullable(),
});
export type Me = z.output<typeof Me>;

export const GetMe = {
  method: 'GET',
  path: '/api/me',
  may: ['anyone'],
  summary: 'Who is signed in',
  reply: Me,
} as const satisfies Endpoint;

/** Creates an account and signs in (cookie). */
export const SignUp = {
  method: 'POST',
  path: '/api/accounts',
  may: ['anyone'],
  summary: 'Create an account and sign in',
  body: z.strictObject({ name: PersonName, email: Email, password: NewPassword }),
  reply: Me,
} as const satisfies Endpoint;

export const SignIn = {
  method: 'POST',
  path: '/api/session',
  may: ['anyone'],
  summary: 'Sign in with e-mail and password (cookie)',
  body: z.strictObject({ email: Email, password: typedText(128).min(1) }),
  reply: Me,
} as const satisfies Endpoint;

export const SignOut = {
  method: 'DELETE',
  path: '/api/session',
  may: ['anyone'],
  summary: 'Sign out',
  reply: Me,
} as const satisfies Endpoint;

/**
 * What a person did stays, under a pseudonym that names nobody: sittings, awards, and credentials, which go on verifying.
 * Everything that says who they were is removed for good.
 */
export const EraseAccount = {
  method: 'DELETE',
  path: '/api/account',
  may: ['candidate'],
  summary:
    'Erase oneself: name, e-mail address, password, sessions and what is shared; not while a real exam is going on',
  body: z.strictObject({ password: typedText(128).min(1) }),
  reply: Me,
} as const satisfies Endpoint;
