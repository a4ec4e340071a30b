import type { AuditEntryView, FindPeople, PersonRecord, ReadAuditLog, Reply } from '@pyladder/contract';
import type { LiveSitting } from '../staff/sittings/timeLeft.ts';

/** What the staff see, made up but well formed, to show and to test with. */

export const CANDIDATE_ID = '0197a3f0-0000-7000-8000-00000000ca0d';
export const AWARD_IDS = {
  pcap: '0197a3f0-0000-7000-8000-0000000aaa01',
  'pcpp-32-1': '0197a3f0-0000-7000-8000-0000000aaa02',
  'pcpp-32-2': '0197a3f0-0000-7000-8000-0000000aaa03',
} as const;

type Award = PersonRecord['awards'][number];
type Rung = keyof typeof AWARD_IDS;

export function awardWith(credential: Rung, changes: Partial<Award> = {}): Award {
  return {
    id: AWARD_IDS[credential],
    credential,
    awardedAt: '2026-11-20T10:41:30.000Z',
    sittingId: '0197a3f0-0000-7000-8000-000000000001',
    standing: 'standing',
    changes: [],
    ...changes,
  };
}

const credentialOn = (rung: string, basis: string[], nth: number): PersonRecord['credentials'][number] => ({
  id: `0197a3f0-0000-7000-8000-0000000ccc0${nth}`,
  credential: rung,
  issuedAt: '2026-11-20T10:42:07.000Z',
  standing: 'standing',
  basis,
});

const rungs: Rung[] = ['pcpp-32-2', 'pcpp-32-1', 'pcap'];

/** The record of an expert: three awards, CEPP besides, a quarter more time, and an exam that was not passed. */
export function personWith(changes: Partial<PersonRecord> = {}): PersonRecord {
  return {
    candidateId: CANDIDATE_ID,
    name: 'Grace Hopper',
    email: 'grace@example.org',
    holds: ['pcap', 'pcpp-32-1', 'pcpp-32-2', 'cepp'],
    roles: ['candidate'],
    createdAt: '2026-09-01T08:00:00.000Z',
    accommodations: [
      {
        extraTimeShare: 0.25,
        grantedAt: '2026-09-02T08:00:00.000Z',
        note: 'letter of the university seen on 1 September',
        actor: 'Edsger Admin',
      },
    ],
    awards: rungs.map((rung) => awardWith(rung)),
    credentials: [
      credentialOn('cepp', Object.values(AWARD_IDS), 4),
      ...rungs.map((rung, nth) => credentialOn(rung, [AWARD_IDS[rung]], nth)),
    ],
    registrations: [
      {
        id: '0197a3f0-0000-7000-8000-00000000bbb1',
        credential: 'pcep',
        purpose: 'real',
        createdAt: '2026-11-21T08:00:00.000Z',
        sittingId: null,
      },
    ],
    sittings: [
      {
        id: '0197a3f0-0000-7000-8000-000000000002',
        credential: 'pcep',
        purpose: 'mock',
        state: 'running',
        startedAt: '2026-11-22T10:02:07.000Z',
        endedAt: null,
        outcome: null,
      },
      {
        id: '0197a3f0-0000-7000-8000-000000000001',
        credential: 'pcap',
        purpose: 'real',
        state: 'released',
        startedAt: '2026-11-20T09:40:07.000Z',
        endedAt: '2026-11-20T10:41:07.000Z',
        outcome: { points: 34, max: 40, passed: true },
      },
    ],
    ...changes,
  };
}

const suspension = {
  type: 'suspended',
  at: '2026-11-22T09:00:00.000Z',
  publicReason: 'under_review',
  note: 'Seen with a second telephone; hearing on Friday.',
  actor: 'Edsger Admin',
} as const;

export const suspendedPcap = awardWith('pcap', { standing: 'suspended', changes: [suspension] });
export const revokedPcap = awardWith('pcap', {
  standing: 'revoked',
  changes: [
    suspension,
    {
      type: 'revoked',
      at: '2026-11-27T15:30:00.000Z',
      publicReason: 'irregularity',
      note: 'Decided at the hearing.',
      actor: null,
    },
  ],
});

/** The expert's record with one award as given, and the credentials on it standing as it does. */
export function withAward(award: Award): PersonRecord {
  const person = personWith();
  return {
    ...person,
    awards: person.awards.map((one) => (one.id === award.id ? award : one)),
    credentials: person.credentials.map((one) =>
      one.basis.includes(award.id) ? { ...one, standing: award.standing } : one,
    ),
  };
}

/** Somebody who has erased their account: a pseudonym, and what it earned. */
export const erasedPerson = personWith({ name: null, email: null, accommodations: [], registrations: [] });

export const foundPeople: Reply<typeof FindPeople> = {
  people: [
    { candidateId: CANDIDATE_ID, name: 'Grace Hopper', email: 'grace@example.org', holds: ['pcap', 'cepp'] },
    { candidateId: '0197a3f0-0000-7000-8000-00000000ca02', name: 'Grace Lee', email: 'g.lee@example.org', holds: [] },
    { candidateId: '0197a3f0-0000-7000-8000-00000000ca03', name: null, email: null, holds: ['pcep'] },
  ],
  more: false,
};

const clock: LiveSitting['clock'] = {
  now: '2026-11-22T10:20:00.000Z',
  startedAt: '2026-11-22T10:02:07.000Z',
  deadline: '2026-11-22T10:43:07.000Z',
  remainingSeconds: 1387,
  totalSeconds: 2460,
};

/** A live sitting; with `paused`, one whose clock stands still. */
export function liveSittingWith(changes: Partial<LiveSitting> = {}): LiveSitting {
  return {
    id: '0197a3f0-0000-7000-8000-000000000001',
    candidateId: CANDIDATE_ID,
    credential: 'pcep',
    purpose: 'real',
    state: 'running',
    clock: changes.state === 'paused' ? { ...clock, deadline: null } : clock,
    answers: 12,
    ...changes,
  };
}

export function auditEntryWith(changes: Partial<AuditEntryView> = {}): AuditEntryView {
  return {
    id: '4711',
    at: '2026-11-22T10:20:07.123Z',
    actorId: '0197a3f0-0000-7000-8000-00000000ad01',
    actorName: 'Edsger Admin',
    action: 'award_revoked',
    subject: 'award',
    subjectId: AWARD_IDS.pcap,
    detail: { candidateId: CANDIDATE_ID, credential: 'pcap', publicReason: 'irregularity' },
    seal: null,
    ...changes,
  };
}

const byProduct = { actorId: null, actorName: null, seal: 17 } as const;

/** A page of the log with one entry of every shape. */
export const auditPage: Reply<typeof ReadAuditLog> = {
  entries: [
    auditEntryWith(),
    auditEntryWith({
      ...byProduct,
      id: '4710',
      action: 'credential_issued',
      subject: 'credential',
      subjectId: '0197a3f0-0000-7000-8000-0000000ccc04',
      detail: { credential: 'cepp', generation: 1 },
    }),
    auditEntryWith({
      ...byProduct,
      id: '4709',
      action: 'sitting_scored',
      subject: 'sitting',
      detail: { version: 1, points: 34, max: 40, passed: true },
    }),
    auditEntryWith({
      id: '4708',
      action: 'sitting_time_granted',
      subject: 'sitting',
      actorName: null,
      seal: 17,
      detail: { reason: 'the fire alarm went off', seconds: 600 },
    }),
    auditEntryWith({ ...byProduct, id: '4707', action: 'something_newer', subject: 'machine', detail: {} }),
  ],
  next: '4707',
  sealed: { seal: 17, at: '2026-11-22T10:19:58.000Z', entries: 4710, hash: '3fb1c09d'.repeat(8) },
  actions: ['award_revoked', 'credential_issued', 'sitting_scored', 'sitting_time_granted', 'something_newer'],
};
