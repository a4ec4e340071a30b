import type { AuditEntryView } from '@pyladder/contract';
import catalogue from '../../messages/audit.en.json' with { type: 'json' };
import { createMessages } from '../../messages/catalogue.ts';
import { type FactName, readFacts } from './entryFacts.ts';

export const { t, rich } = createMessages(catalogue);

type KnownAction = keyof typeof catalogue extends infer Id
  ? Id extends `did.${infer Action}`
    ? Action
    : never
  : never;

/** What each action's sentence needs to know. A sentence that is not listed does not compile. */
const NEEDS: Readonly<Record<KnownAction, readonly FactName[]>> = {
  award_made: ['credential'],
  bank_in_force: ['pool'],
  demo_account_locked: [],
  demo_account_opened: [],
  key_published: ['purpose'],
  role_granted: ['role'],
  staff_sign_in_refused: [],
  staff_signed_in: [],
  award_reinstated: ['credential'],
  award_revoked: ['credential', 'publicReason'],
  award_suspended: ['credential', 'publicReason'],
  credential_issued: ['credential'],
  credential_reinstated: ['credential'],
  credential_revoked: ['credential'],
  credential_suspended: ['credential'],
  extra_time_granted: ['extraTimeShare'],
  people_searched: ['found'],
  person_erased: [],
  record_read: [],
  registration_granted: ['credential', 'purpose'],
  result_released: [],
  sitting_paused: [],
  sitting_resumed: [],
  sitting_scored: ['points', 'max', 'passed'],
  sitting_started: [],
  sitting_submitted: ['endedBy'],
  sitting_time_granted: ['seconds'],
};

function isKnown(action: string): action is KnownAction {
  return Object.hasOwn(NEEDS, action);
}

/** An action in two or three words, as a choice; its own word if it is not known here. */
export function nameAction(action: string): string {
  return isKnown(action) ? t(`name.${action}`) : action;
}

/** Who did it: by name, as one who was erased, or the product itself. */
export function nameActor({ actorId, actorName }: Pick<AuditEntryView, 'actorId' | 'actorName'>): string {
  if (actorName !== null) return actorName;
  return actorId === null ? t('by.product') : t('by.erased');
}

/** What happened, in a sentence; without the details that a sentence of its own would need, the action's word. */
export function describeEntry(entry: AuditEntryView, shortOf: (rung: string) => string): string {
  const { action } = entry;
  const by = nameActor(entry);
  const facts = isKnown(action) ? readFacts(entry, NEEDS[action], shortOf) : null;
  if (!isKnown(action) || facts === null) return t('unknown', { by, action });
  return t(`did.${action}`, { by, ...facts });
}
