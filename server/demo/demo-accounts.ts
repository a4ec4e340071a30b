import { createHmac } from 'node:crypto';
import type { Db, Deps } from '../deps.ts';
import { isLoopback } from '../http/origins.ts';
import { hashPassword, isPassword } from '../identity/passwords.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import type { Settings } from '../process/settings.ts';
import {
  findDemoAccount,
  insertDemoAccount,
  insertFirstExtraTime,
  insertRole,
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
  const { issuerId } = deps.installation;
  if (!mayHaveDemoAccounts(deps.settings, isEmbedded)) {
    await deps.db.transaction().execute(async (tx) => {
      for (const candidateId of await lockOutDemoAccounts(tx)) {
        await record(tx, issuerId, { action: 'demo_account_locked', candidateId });
      }
    });
    return [];
  }
  const password = demoPassword(deps.installation.cookieSecret);
  const made = await deps.db.transaction().execute((tx) => makeAll(tx, issuerId, password));
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
    if (!isUsable) {
      await updatePassword(tx, userId, await hashPassword(password));
      await record(tx, issuerId, { action: 'demo_account_opened', candidateId });
    }
    await grant(tx, { person, issuerId, candidateId, grantedBy });
    made.push(person);
  }
  return made;
}

/** What the person may do and has more than others; recorded when it is new. */
async function grant(
  tx: Db,
  {
    person,
    issuerId,
    candidateId,
    grantedBy,
  }: { person: DemoPerson } & Record<'issuerId' | 'candidateId' | 'grantedBy', string>,
): Promise<void> {
  const { staffRole: role, extraTime: share } = person;
  if (role && (await insertRole(tx, issuerId, candidateId, role))) {
    await record(tx, issuerId, { action: 'role_granted', candidateId, detail: { role } });
  }
  if (share && (await insertFirstExtraTime(tx, { issuerId, candidateId, grantedBy, share, reason: 'demo' }))) {
    await record(tx, issuerId, { action: 'extra_time_granted', candidateId, detail: { extraTimeShare: share } });
  }
}

/** All of this the product does by itself. */
function record(
  tx: Db,
  issuerId: string,
  { action, candidateId, detail = {} }: { action: string; candidateId: string; detail?: Record<string, unknown> },
): Promise<void> {
  return insertAuditEntry(tx, {
    issuerId,
    actorId: null,
    action,
    subject: 'candidate',
    subjectId: candidateId,
    detail,
  });
}

async function makeOne(tx: Db, person: DemoPerson) {
  return (await insertDemoAccount(tx, person)) ? findDemoAccount(tx, person.email) : null;
}

/** Stays the same from start to start, differs between installations, and is kept nowhere. */
function demoPassword(secret: Buffer): string {
  const letters = createHmac('sha256', secret).update('pyladder-demo-password-1').digest('hex');
  return `ladder-${letters.slice(0, 5)}-${letters.slice(5, 10)}`;
}
