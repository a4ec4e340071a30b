-- An award can be suspended while something is looked into. Everybody may know the reason as one of a few words; the
-- organisation's own note (`reason`) may name people and stays inside.
ALTER TABLE award_changes DROP CONSTRAINT award_changes_type_check;
ALTER TABLE award_changes ADD CONSTRAINT award_changes_type_check CHECK (type IN ('suspended', 'revoked', 'reinstated'));
ALTER TABLE award_changes ADD COLUMN public_reason text CHECK (
  public_reason IN ('irregularity', 'identity_not_confirmed', 'issued_in_error', 'requested_by_holder', 'under_review')
);
ALTER TABLE award_changes ADD CHECK ((type = 'reinstated') = (public_reason IS NULL));

-- Bitstring status lists, one bit a credential and purpose. `version` moves with every change of a bit, so that a signed
-- list is made anew only when it differs.
CREATE TABLE status_lists (
  issuer_id uuid   NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  number    int    NOT NULL CHECK (number >= 1),
  length    int    NOT NULL CHECK (length >= 131072 AND length % 8 = 0),
  version   bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (issuer_id, number)
);

-- What was signed and handed out; nothing in it names a person. One for each award, one for a granted rung and the awards
-- it rests on; a reinstated award gets the next generation, because a revocation cannot be taken back.
CREATE TABLE credentials (
  candidate_id uuid        NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  -- Unguessable: whoever has it can open the hosted page.
  id           uuid        NOT NULL,
  issuer_id    uuid        NOT NULL,
  credential   text        NOT NULL,
  -- The awards it rests on, sorted.
  basis        uuid[]      NOT NULL CHECK (cardinality(basis) >= 1),
  generation   int         NOT NULL CHECK (generation >= 1),
  status_list  int         NOT NULL,
  -- Drawn at random, so that neighbours in a list have nothing to do with each other.
  status_index int         NOT NULL CHECK (status_index >= 0),
  kid          text        NOT NULL,
  -- Marked in the document too: it attests nothing, whatever the installation becomes later.
  is_demo      boolean     NOT NULL,
  -- The signed JSON as it was handed out, to the byte.
  document     text        NOT NULL,
  issued_at    timestamptz NOT NULL,
  expires_at   timestamptz,
  PRIMARY KEY (candidate_id, id),
  UNIQUE (candidate_id, credential, basis, generation),
  UNIQUE (issuer_id, status_list, status_index),
  FOREIGN KEY (issuer_id, status_list) REFERENCES status_lists ON DELETE RESTRICT,
  FOREIGN KEY (issuer_id, kid) REFERENCES issuer_keys ON DELETE RESTRICT
);
CREATE INDEX credentials_by_id ON credentials (id);
SELECT keep_for_good('credentials');

-- Where each credential stands, moved in the transaction that changes its award.
CREATE TABLE credential_standings (
  candidate_id  uuid        NOT NULL,
  credential_id uuid        NOT NULL,
  issuer_id     uuid        NOT NULL,
  status_list   int         NOT NULL,
  status_index  int         NOT NULL,
  standing      text        NOT NULL DEFAULT 'standing' CHECK (standing IN ('standing', 'suspended', 'revoked')),
  -- As in award_changes: the reason of the change that moved it here.
  public_reason text        CHECK (
    public_reason IN ('irregularity', 'identity_not_confirmed', 'issued_in_error', 'requested_by_holder', 'under_review')
  ),
  changed_at    timestamptz,
  PRIMARY KEY (candidate_id, credential_id),
  FOREIGN KEY (candidate_id, credential_id) REFERENCES credentials ON DELETE RESTRICT,
  CHECK (standing = 'standing' OR (public_reason IS NOT NULL AND changed_at IS NOT NULL))
);
CREATE INDEX credential_standings_withdrawn ON credential_standings (issuer_id, status_list, status_index)
  WHERE standing <> 'standing';

CREATE FUNCTION keep_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.standing = 'revoked' AND NEW.standing <> 'revoked' THEN
    RAISE EXCEPTION 'a revoked credential stays revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revoked_for_good BEFORE UPDATE ON credential_standings FOR EACH ROW EXECUTE FUNCTION keep_revoked();

-- What a holder lets others see on a credential's page; personal, so it goes when the person goes.
CREATE TABLE identity.shares (
  user_id       uuid        NOT NULL REFERENCES identity."user" ON DELETE CASCADE,
  credential_id uuid        NOT NULL,
  name          boolean     NOT NULL,
  profile       boolean     NOT NULL,
  updated_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (user_id, credential_id)
);
