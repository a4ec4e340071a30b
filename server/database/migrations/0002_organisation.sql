-- Refuses any change of rows that are kept for good.
CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Makes a table append-only: no row of it can be updated, deleted or truncated away.
CREATE FUNCTION keep_for_good(kept regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION forbid_change()', kept);
  EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()', kept);
END $$;

-- The organisation that certifies. Everything it owns carries its id.
CREATE TABLE issuers (
  id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  slug       text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
  name       text        NOT NULL,
  is_demo    boolean     NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Public halves of the keys an issuer signs with; private halves are files, never here. Retired keys stay published.
CREATE TABLE issuer_keys (
  issuer_id  uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  kid        text        NOT NULL,
  purpose    text        NOT NULL CHECK (purpose IN ('receipts', 'credentials')),
  public_jwk jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  retired_at timestamptz,
  PRIMARY KEY (issuer_id, kid)
);

-- One row: secrets that all nodes of an installation share. Whoever reads them can predict forms and forge sitting tokens.
CREATE TABLE installation (
  only_row      boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  exam_seed     bytea       NOT NULL CHECK (length(exam_seed) = 32),
  token_secret  bytea       NOT NULL CHECK (length(token_secret) = 32),
  cookie_secret bytea       NOT NULL CHECK (length(cookie_secret) = 32),
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What somebody may do for an issuer beyond being a candidate.
CREATE TABLE staff_roles (
  issuer_id    uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  candidate_id uuid        NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  role         text        NOT NULL CHECK (role IN ('examiner', 'administrator')),
  granted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (candidate_id, issuer_id, role)
);

-- Extra time is a property of the person and always honoured. The newest row counts.
CREATE TABLE accommodations (
  candidate_id     uuid         NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  issuer_id        uuid         NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  granted_at       timestamptz  NOT NULL DEFAULT clock_timestamp(),
  extra_time_share numeric(4,2) NOT NULL CHECK (extra_time_share BETWEEN 0 AND 3),
  granted_by       uuid         NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  reason           text         NOT NULL,
  PRIMARY KEY (candidate_id, issuer_id, granted_at)
);
SELECT keep_for_good('accommodations');

-- Written in the transaction of what it records; sealed into a signed chain by a job, so that auditing never serialises.
CREATE TABLE audit_entries (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  issuer_id  uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Null: the product itself (sweeper, jobs).
  actor_id   uuid,
  action     text        NOT NULL,
  subject    text        NOT NULL,
  subject_id text        NOT NULL,
  detail     jsonb       NOT NULL DEFAULT '{}',
  -- Orders committed batches for the sealer: entries of unfinished transactions are not yet visible.
  txid       xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject, subject_id);
CREATE INDEX audit_entries_by_transaction ON audit_entries (txid, id);
SELECT keep_for_good('audit_entries');
