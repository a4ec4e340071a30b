import { createHmac } from 'node:crypto';
import type { Db, Deps } from '../deps.ts';
import { isLoopback } from '../http/origins.ts';
import { hashPassword, isPassword } from '../identity/passwords.ts';
import type { Settings } from '../process/settings.ts';
import {
  findDemoAccount,
  grantRole,
  insertDemoAccount,
  insertFirstExtraTime,
  lockDemoAccounts,
  lockOutDemoAccounts,
  updatePassword,
} from './demo-accounts.queries.ts';

type DemoPerson = {
  role: string;
  name: string;
  email: string;
  staffRole?: 'examiner' | 'administrator';
  extraTime?: number;
};

/** The administrator comes first: extra time is granted by somebody. The domain is one that nobody can own (RFC 2606). */
const PEOPLE: readonly [DemoPerson, ...DemoPerson[]] = [
  {
    role: 'administrator',
    name: 'Demo Administrator',
    email: 'administrator@pyladder.example',
    staffRole: 'administrator',
  },
  { role: 'examiner', name: 'Demo Examiner', email: 'examiner@pyladder.example', staffRole: 'examiner' },
  { role: 'candidate', name: 'Demo Candidate', email: 'candidate@pyladder.example' },
  {
    role: 'candidate with a quarter more time',
    name: 'Demo Candidate',
    email: 'extra-time@pyladder.example',
    extraTime: 0.25,
  },
];

/** Whether nobody but this machine can reach the server and its database, directly or through a proxy. */
export function mayHaveDemoAccounts(settings: Settings, isEmbedded: boolean): boolean {
  const { host, publicUrl, trustedProxies } = settings;
  return isEmbedded && isLoopback(host) && publicUrl === null && trustedProxies.length === 0;
}

/**
 * Makes the demo accounts usable where they may be, and locks them everywhere else, also those that an earlier start
 * made before the server was opened to others.
 *
 * @returns lines that tell the person who started the server how to sign in
 */
export async function prepareDemoAccounts(deps: Deps, isEmbedded: boolean): Promise<string[]> {
  if (!mayHaveDemoAccounts(deps.settings, isEmbedded)) {
    await deps.db.transaction().execute(lockOutDemoAccounts);
    return [];
  }
  const password = demoPassword(deps.installation.cookieSecret);
  const made = await deps.db.transaction().execute((tx) => makeAll(tx, deps.installation.issuerId, password));
  const width = Math.max(...made.map(({ email }) => email.length));
  return [
    `Demo accounts, on this machine only; the password of each is ${password}`,
    ...made.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`),
  ];
}

async function makeAll(tx: Db, issuerId: string, password: string): Promise<DemoPerson[]> {
  await lockDemoAccounts(tx);
  const made: DemoPerson[] = [];
  let grantedBy: string | null = null;
  for (const person of PEOPLE) {
    const account = (await findDemoAccount(tx, person.email)) ?? (await makeOne(tx, person));
    if (account === null) continue;
    const { userId, candidateId, passwordHash } = account;
    grantedBy ??= candidateId;
    const isUsable = passwordHash !== null && (await isPassword(password, passwordHash));
    if (!isUsable) await updatePassword(tx, userId, await hashPassword(password));
    if (person.staffRole) await grantRole(tx, issuerId, candidateId, person.staffRole);
    if (person.extraTime) {
      await insertFirstExtraTime(tx, { issuerId, candidateId, grantedBy, share: person.extraTime, reason: 'demo' });
    }
    made.push(person);
  }
  return made;
}

async function makeOne(tx: Db, person: DemoPerson) {
  return (await insertDemoAccount(tx, person)) ? findDemoAccount(tx, person.email) : null;
}

/** Stays the same from start to start, differs between installations, and is kept nowhere. */
function demoPassword(secret: Buffer): string {
  const letters = createHmac('sha256', secret).update('pyladder-demo-password-1').digest('hex');
  return `ladder-${letters.slice(0, 5)}-${letters.slice(5, 10)}`;
}
