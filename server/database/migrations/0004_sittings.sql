-- The right to sit one exam once: paid, by voucher, or granted.
CREATE TABLE registrations (
  candidate_id uuid        NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  id           uuid        NOT NULL DEFAULT gen_random_uuid(),
  issuer_id    uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  credential   text        NOT NULL,
  purpose      text        NOT NULL CHECK (purpose IN ('real', 'mock')),
  basis        text        NOT NULL CHECK (basis IN ('granted', 'paid', 'voucher')),
  fee_cents    int         NOT NULL CHECK (fee_cents >= 0),
  currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  state        text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used', 'cancelled')),
  PRIMARY KEY (candidate_id, id)
);
-- One unused registration per exam and person, whoever asks how often at once.
CREATE UNIQUE INDEX registrations_one_open ON registrations (candidate_id, issuer_id, credential, purpose) WHERE state = 'open';

-- A timestamp plus whole seconds does not depend on the time zone, so this may be called immutable.
CREATE FUNCTION plus_seconds(instant timestamptz, seconds int) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT instant + seconds * interval '1 second' $$;

-- One attempt at a form. Narrow and often updated (the chain's head moves with each answer), so the form stands apart.
CREATE TABLE sittings (
  candidate_id      uuid        NOT NULL,
  id                uuid        NOT NULL DEFAULT gen_random_uuid(),
  issuer_id         uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  registration_id   uuid        NOT NULL,
  credential        text        NOT NULL,
  purpose           text        NOT NULL CHECK (purpose IN ('real', 'mock')),
  state             text        NOT NULL CHECK (state IN ('ready', 'running', 'paused', 'submitted', 'scored', 'released', 'held', 'voided')),
  form_size         int         NOT NULL CHECK (form_size BETWEEN 1 AND 200),
  started_at        timestamptz,
  limit_seconds     int         NOT NULL CHECK (limit_seconds > 0),
  allowance_seconds int         NOT NULL CHECK (allowance_seconds >= 0),
  granted_seconds   int         NOT NULL DEFAULT 0 CHECK (granted_seconds >= 0),
  paused_seconds    int         NOT NULL DEFAULT 0 CHECK (paused_seconds >= 0),
  paused_at         timestamptz,
  -- A function of what happened, kept by the database; it moves by itself when time is granted.
  deadline          timestamptz GENERATED ALWAYS AS (plus_seconds(started_at, limit_seconds + allowance_seconds + granted_seconds + paused_seconds)) STORED,
  -- The chain's head: number of answers, and the hash of the last one (of the form, when there is none yet).
  place             int         NOT NULL DEFAULT 0,
  chain             bytea       NOT NULL CHECK (length(chain) = 32),
  -- Number of events beside the answers, so that one sitting cannot fill the disk.
  event_count       int         NOT NULL DEFAULT 0,
  ended_at          timestamptz,
  ended_by          text        CHECK (ended_by IN ('candidate', 'time')),
  submission        jsonb,
  PRIMARY KEY (candidate_id, id),
  UNIQUE (candidate_id, registration_id),
  FOREIGN KEY (candidate_id, registration_id) REFERENCES registrations ON DELETE RESTRICT,
  CHECK ((paused_at IS NOT NULL) = (state = 'paused')),
  CHECK (state = 'ready' OR state = 'voided' OR started_at IS NOT NULL),
  CHECK (state NOT IN ('submitted', 'scored', 'released') OR (ended_at IS NOT NULL AND ended_by IS NOT NULL AND submission IS NOT NULL))
) WITH (fillfactor = 60);
-- The sweeper's one question: whose time is over?
CREATE INDEX sittings_running ON sittings (deadline) WHERE state = 'running';
-- Staff name a sitting by its id alone.
CREATE INDEX sittings_by_id ON sittings (id);
CREATE INDEX sittings_live ON sittings (issuer_id) WHERE state IN ('running', 'paused');

-- What is sealed at the start and never changes: items by hash, options in the order shown, the seed that drew them.
CREATE TABLE forms (
  candidate_id uuid        NOT NULL,
  sitting_id   uuid        NOT NULL,
  bank_digest  text        NOT NULL REFERENCES banks ON DELETE RESTRICT,
  seed         bytea       NOT NULL,
  -- [{ itemHash, section, options: [{ id, index }] }, …] in the order shown.
  places       jsonb       NOT NULL,
  pass_mark    real        NOT NULL CHECK (pass_mark > 0 AND pass_mark <= 1),
  cut_version  text        NOT NULL,
  -- SHA-256 of the canonical form: the answers' chain begins with it.
  seal         bytea       NOT NULL CHECK (length(seal) = 32),
  sealed_at    timestamptz NOT NULL,
  PRIMARY KEY (candidate_id, sitting_id),
  FOREIGN KEY (candidate_id, sitting_id) REFERENCES sittings ON DELETE RESTRICT
);
SELECT keep_for_good('forms');

-- Templates a person has met, so that the next form avoids them.
CREATE TABLE met_templates (
  candidate_id uuid        NOT NULL,
  template     text        NOT NULL,
  first_met_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (candidate_id, template)
);
