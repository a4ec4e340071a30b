import type { Me } from '@pyladder/contract';

type Role = NonNullable<Me['person']>['roles'][number];

/** Somebody of the staff, signed in. */
export function signedInAs(role: Role): Me {
  return {
    person: {
      candidateId: '0197a3f0-0000-7000-8000-00000000ad01',
      name: 'Edsger Admin',
      email: 'edsger@example.org',
      roles: ['candidate', role],
      extraTime: 0,
    },
  };
}
