-- The audit log as one signed chain. A seal takes what is committed and not yet sealed, in the order of ids, and binds it to
-- the seal before. Membership is written down entry by entry: transaction numbers would do only within one cluster, and
-- begin anew where a back-up is restored.
ALTER TABLE issuer_keys DROP CONSTRAINT issuer_keys_purpose_check;
ALTER TABLE issuer_keys ADD CONSTRAINT issuer_keys_purpose_check CHECK (purpose IN ('receipts', 'credentials', 'audit'));

CREATE TABLE audit_seals (
  issuer_id      uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  number         int         NOT NULL CHECK (number >= 1),
  -- Hash of the seal before; null for the first.
  previous       bytea       CHECK (length(previous) = 32),
  -- Digest of its entries' hashes, their number, and that of all entries sealed so far.
  digest         bytea       NOT NULL CHECK (length(digest) = 32),
  entries        int         NOT NULL CHECK (entries >= 1),
  total          bigint      NOT NULL CHECK (total >= entries),
  sealed_at      timestamptz NOT NULL,
  -- Whatever was written and committed by then is in this seal or an earlier one. Null until a seal first left nothing over.
  complete_until timestamptz,
  hash           bytea       NOT NULL CHECK (length(hash) = 32),
  kid            text        NOT NULL,
  -- Compact JWS over issuer, number and hash.
  signature      text        NOT NULL,
  PRIMARY KEY (issuer_id, number),
  FOREIGN KEY (issuer_id, kid) REFERENCES issuer_keys ON DELETE RESTRICT,
  CHECK ((number = 1) = (previous IS NULL))
);
SELECT keep_for_good('audit_seals');

-- Which seal covers an entry, and what the entry's hash was then: so that a change is found at the very entry.
CREATE TABLE audit_seal_entries (
  entry_id  bigint PRIMARY KEY REFERENCES audit_entries ON DELETE RESTRICT,
  issuer_id uuid   NOT NULL,
  seal      int    NOT NULL,
  hash      bytea  NOT NULL CHECK (length(hash) = 32),
  FOREIGN KEY (issuer_id, seal) REFERENCES audit_seals ON DELETE RESTRICT
);
CREATE INDEX audit_seal_entries_by_seal ON audit_seal_entries (issuer_id, seal, entry_id);
SELECT keep_for_good('audit_seal_entries');

-- Entries that wait for their seal. An entry is put here by the transaction that writes it and appears with its commit,
-- however late that is.
CREATE TABLE audit_unsealed (
  entry_id  bigint PRIMARY KEY REFERENCES audit_entries ON DELETE RESTRICT,
  issuer_id uuid   NOT NULL
);
CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_unsealed (entry_id, issuer_id) VALUES (NEW.id, NEW.issuer_id);
  RETURN NULL;
END $$;
CREATE TRIGGER every_entry_awaits_its_seal AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION await_seal();
INSERT INTO audit_unsealed (entry_id, issuer_id) SELECT id, issuer_id FROM audit_entries;

ALTER TABLE audit_entries DROP COLUMN txid;

-- The log is read by what it is about, by whom, and by what was done, newest first.
DROP INDEX audit_entries_by_subject;
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, id);
CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id, id);
CREATE INDEX audit_entries_by_action ON audit_entries (issuer_id, action, id);
