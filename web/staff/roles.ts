import type { Me } from '@pyladder/contract';
import { ProblemError } from '../api/problems.ts';

type Role = NonNullable<Me['person']>['roles'][number];

/** Whether somebody has a role besides that of a candidate. */
export function isStaff(person: Pick<NonNullable<Me['person']>, 'roles'>): boolean {
  return person.roles.some((role) => role !== 'candidate');
}

/** Whether whoever is signed in may look after people, awards and the log. */
export function isAdministrator({ person }: Me): boolean {
  return person?.roles.includes('administrator') ?? false;
}

/** Refuses as the server would, before anything is asked of it. @throws ProblemError not_allowed */
export function requireRole({ person }: Me, roles: readonly Role[]): void {
  if (person?.roles.some((role) => roles.includes(role))) return;
  throw new ProblemError(403, { code: 'not_allowed', detail: {} });
}
