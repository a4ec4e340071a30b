// Written by `node server/database/generation/generate.ts` from the migrated database. Do not edit.
import type { FormPlace, Item, ItemKind, PlaceScore, Response, SectionScore } from '@pyladder/exam';
import type { GeneratedAlways } from 'kysely';
import type { Bytes, Defaulted, Json } from './columns.ts';

export type AccommodationsTable = {
  candidate_id: string;
  issuer_id: string;
  granted_at: Defaulted<Date>;
  extra_time_share: number;
  granted_by: string;
  reason: string;
};

export type AnswersTable = {
  candidate_id: string;
  sitting_id: string;
  place: number;
  device_id: string;
  device_sequence: number;
  position: number;
  response: Json<Response>;
  acceptance: 'counted' | 'late';
  received_at: Date;
  chain: Bytes;
};

export type AuditEntriesTable = {
  id: GeneratedAlways<number>;
  issuer_id: string;
  at: Defaulted<Date>;
  actor_id: string | null;
  action: string;
  subject: string;
  subject_id: string;
  detail: Defaulted<Json<Record<string, unknown>>>;
};

export type AuditSealEntriesTable = {
  entry_id: number;
  issuer_id: string;
  seal: number;
  hash: Bytes;
};

export type AuditSealsTable = {
  issuer_id: string;
  number: number;
  previous: Bytes | null;
  digest: Bytes;
  entries: number;
  total: number;
  sealed_at: Date;
  complete_until: Date | null;
  hash: Bytes;
  kid: string;
  signature: string;
};

export type AuditUnsealedTable = {
  entry_id: number;
  issuer_id: string;
};

export type AwardChangesTable = {
  candidate_id: string;
  award_id: string;
  id: GeneratedAlways<number>;
  type: 'suspended' | 'revoked' | 'reinstated';
  reason: string;
  actor_id: string;
  at: Defaulted<Date>;
  public_reason:
    | 'irregularity'
    | 'identity_not_confirmed'
    | 'issued_in_error'
    | 'requested_by_holder'
    | 'under_review'
    | null;
};

export type AwardsTable = {
  candidate_id: string;
  id: Defaulted<string>;
  issuer_id: string;
  credential: string;
  sitting_id: string;
  awarded_at: Date;
};

export type BankItemsTable = {
  bank_digest: string;
  item_hash: string;
};

export type BanksTable = {
  digest: string;
  issuer_id: string;
  pool: 'practice' | 'exam';
  source: string;
  in_force_at: Defaulted<Date>;
};

export type CandidatesTable = {
  id: Defaulted<string>;
  created_at: Defaulted<Date>;
};

export type CredentialStandingsTable = {
  candidate_id: string;
  credential_id: string;
  issuer_id: string;
  status_list: number;
  status_index: number;
  standing: Defaulted<'standing' | 'suspended' | 'revoked'>;
  public_reason:
    | 'irregularity'
    | 'identity_not_confirmed'
    | 'issued_in_error'
    | 'requested_by_holder'
    | 'under_review'
    | null;
  changed_at: Date | null;
};

export type CredentialsTable = {
  candidate_id: string;
  id: string;
  issuer_id: string;
  credential: string;
  basis: string[];
  generation: number;
  status_list: number;
  status_index: number;
  kid: string;
  is_demo: boolean;
  document: string;
  issued_at: Date;
  expires_at: Date | null;
};

export type FormsTable = {
  candidate_id: string;
  sitting_id: string;
  bank_digest: string;
  seed: Bytes;
  places: Json<FormPlace[]>;
  pass_mark: number;
  cut_version: string;
  seal: Bytes;
  sealed_at: Date;
};

export type InstallationTable = {
  only_row: Defaulted<boolean>;
  exam_seed: Bytes;
  token_secret: Bytes;
  cookie_secret: Bytes;
  created_at: Defaulted<Date>;
};

export type IssuerKeysTable = {
  issuer_id: string;
  kid: string;
  purpose: 'receipts' | 'credentials' | 'audit';
  public_jwk: Json<unknown>;
  created_at: Defaulted<Date>;
  retired_at: Date | null;
};

export type IssuersTable = {
  id: Defaulted<string>;
  slug: string;
  name: string;
  is_demo: boolean;
  created_at: Defaulted<Date>;
};

export type ItemsTable = {
  hash: string;
  pool: 'practice' | 'exam';
  credential: string;
  section: string;
  objective: string;
  template: string;
  kind: ItemKind;
  difficulty: number;
  content: Json<Item>;
  created_at: Defaulted<Date>;
};

export type MetTemplatesTable = {
  candidate_id: string;
  template: string;
  first_met_at: Defaulted<Date>;
};

export type RegistrationsTable = {
  candidate_id: string;
  id: Defaulted<string>;
  issuer_id: string;
  credential: string;
  purpose: 'real' | 'mock';
  basis: 'granted' | 'paid' | 'voucher';
  fee_cents: number;
  currency: string;
  created_at: Defaulted<Date>;
  state: Defaulted<'open' | 'used' | 'cancelled'>;
};

export type ScoresTable = {
  candidate_id: string;
  sitting_id: string;
  version: number;
  points: number;
  max: number;
  pass_mark: number;
  passed: boolean;
  sections: Json<SectionScore[]>;
  places: Json<PlaceScore[]>;
  scoring_version: string;
  bank_digest: string;
  cut_version: string;
  scored_at: Defaulted<Date>;
};

export type SittingEventsTable = {
  candidate_id: string;
  sitting_id: string;
  id: GeneratedAlways<number>;
  device_id: string;
  device_sequence: number;
  position: number;
  type: 'viewed' | 'flagged' | 'struck' | 'noted' | 'focus';
  body: Json<unknown>;
  received_at: Date;
};

export type SittingInterventionsTable = {
  candidate_id: string;
  sitting_id: string;
  id: GeneratedAlways<number>;
  type: 'time_granted' | 'paused' | 'resumed' | 'held' | 'released' | 'voided';
  seconds: number | null;
  reason: string;
  actor_id: string;
  at: Date;
};

export type SittingsTable = {
  candidate_id: string;
  id: Defaulted<string>;
  issuer_id: string;
  registration_id: string;
  credential: string;
  purpose: 'real' | 'mock';
  state: 'ready' | 'running' | 'paused' | 'submitted' | 'scored' | 'released' | 'held' | 'voided';
  form_size: number;
  started_at: Date | null;
  limit_seconds: number;
  allowance_seconds: number;
  granted_seconds: Defaulted<number>;
  paused_seconds: Defaulted<number>;
  paused_at: Date | null;
  deadline: GeneratedAlways<Date | null>;
  place: Defaulted<number>;
  chain: Bytes;
  event_count: Defaulted<number>;
  ended_at: Date | null;
  ended_by: 'candidate' | 'time' | null;
  submission: Json<unknown> | null;
};

export type StaffRolesTable = {
  issuer_id: string;
  candidate_id: string;
  role: 'examiner' | 'administrator';
  granted_at: Defaulted<Date>;
};

export type StatusListsTable = {
  issuer_id: string;
  number: number;
  length: number;
  version: Defaulted<number>;
};

export type IdentityAccountTable = {
  id: Defaulted<string>;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  password: string | null;
  createdAt: Defaulted<Date>;
  updatedAt: Date;
};

export type IdentityAttemptsTable = {
  key: Bytes;
  tried: number;
  window_ends_at: Date;
};

export type IdentityDemoAccountsTable = {
  user_id: string;
};

export type IdentityPeopleTable = {
  user_id: string;
  candidate_id: string;
};

export type IdentitySessionTable = {
  id: Defaulted<string>;
  expiresAt: Date;
  token: string;
  createdAt: Defaulted<Date>;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
};

export type IdentitySharesTable = {
  user_id: string;
  credential_id: string;
  name: boolean;
  profile: boolean;
  updated_at: Defaulted<Date>;
};

export type IdentityUserTable = {
  id: Defaulted<string>;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Defaulted<Date>;
  updatedAt: Defaulted<Date>;
};

export type IdentityVerificationTable = {
  id: Defaulted<string>;
  identifier: string;
  value: string;
  expiresAt: Date;
  createdAt: Defaulted<Date>;
  updatedAt: Defaulted<Date>;
};

/** Every table by its name in queries. */
export type Database = {
  accommodations: AccommodationsTable;
  answers: AnswersTable;
  audit_entries: AuditEntriesTable;
  audit_seal_entries: AuditSealEntriesTable;
  audit_seals: AuditSealsTable;
  audit_unsealed: AuditUnsealedTable;
  award_changes: AwardChangesTable;
  awards: AwardsTable;
  bank_items: BankItemsTable;
  banks: BanksTable;
  candidates: CandidatesTable;
  credential_standings: CredentialStandingsTable;
  credentials: CredentialsTable;
  forms: FormsTable;
  installation: InstallationTable;
  issuer_keys: IssuerKeysTable;
  issuers: IssuersTable;
  items: ItemsTable;
  met_templates: MetTemplatesTable;
  registrations: RegistrationsTable;
  scores: ScoresTable;
  sitting_events: SittingEventsTable;
  sitting_interventions: SittingInterventionsTable;
  sittings: SittingsTable;
  staff_roles: StaffRolesTable;
  status_lists: StatusListsTable;
  'identity.account': IdentityAccountTable;
  'identity.attempts': IdentityAttemptsTable;
  'identity.demo_accounts': IdentityDemoAccountsTable;
  'identity.people': IdentityPeopleTable;
  'identity.session': IdentitySessionTable;
  'identity.shares': IdentitySharesTable;
  'identity.user': IdentityUserTable;
  'identity.verification': IdentityVerificationTable;
};
