import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '@pyladder/contract';
import type { z } from 'zod';

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

/** Accounts, passwords and sessions: everything about who somebody is. */
export type Identity = {
  /** The person whose session cookie is among the headers, or null. */
  findPerson(headers: IncomingHttpHeaders): Promise<Person | null>;
};
