-- Compiled items by the hash of their content. Never changed or removed: sealed forms point here,
-- so an upgrade of the bank never changes a form that was given to somebody.
CREATE TABLE items (
  hash       text        PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  pool       text        NOT NULL CHECK (pool IN ('practice', 'exam')),
  credential text        NOT NULL,
  section    text        NOT NULL,
  objective  text        NOT NULL,
  template   text        NOT NULL,
  kind       text        NOT NULL,
  difficulty real        NOT NULL CHECK (difficulty > 0 AND difficulty < 1),
  content    jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
SELECT keep_for_good('items');

-- A set of items that forms may be drawn from, known by a digest of its issuer, its pool and its members' hashes.
-- The newest finished one of a pool is in force; older ones stay so that a score can name its bank.
CREATE TABLE banks (
  digest      text        PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
  issuer_id   uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  pool        text        NOT NULL CHECK (pool IN ('practice', 'exam')),
  -- Digest of what it was built from (packs, engine, seed): the same sources are not built again.
  source      text        NOT NULL,
  in_force_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX banks_in_force ON banks (issuer_id, pool, in_force_at DESC);

CREATE TABLE bank_items (
  bank_digest text NOT NULL REFERENCES banks ON DELETE RESTRICT,
  item_hash   text NOT NULL REFERENCES items ON DELETE RESTRICT,
  PRIMARY KEY (bank_digest, item_hash)
);
SELECT keep_for_good('bank_items');
