-- One row a scoring: scoring again adds a row, the newest counts. Names the versions it was made with.
CREATE TABLE scores (
  candidate_id    uuid        NOT NULL,
  sitting_id      uuid        NOT NULL,
  version         int         NOT NULL CHECK (version >= 1),
  points          real        NOT NULL CHECK (points >= 0),
  max             real        NOT NULL CHECK (max > 0 AND points <= max),
  pass_mark       real        NOT NULL,
  passed          boolean     NOT NULL,
  sections        jsonb       NOT NULL,   -- [{ section, points, max, items }] in the blueprint's order
  places          jsonb       NOT NULL,   -- [{ position, points, max, answered }]
  scoring_version text        NOT NULL,
  bank_digest     text        NOT NULL REFERENCES banks ON DELETE RESTRICT,
  cut_version     text        NOT NULL,
  scored_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (candidate_id, sitting_id, version),
  FOREIGN KEY (candidate_id, sitting_id) REFERENCES sittings ON DELETE RESTRICT
);
SELECT keep_for_good('scores');

-- A pass. What a person holds is a function of these rows and of award_changes.
CREATE TABLE awards (
  candidate_id uuid        NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  id           uuid        NOT NULL DEFAULT gen_random_uuid(),
  issuer_id    uuid        NOT NULL REFERENCES issuers ON DELETE RESTRICT,
  credential   text        NOT NULL,
  sitting_id   uuid        NOT NULL,
  awarded_at   timestamptz NOT NULL,
  PRIMARY KEY (candidate_id, id),
  UNIQUE (candidate_id, sitting_id),
  FOREIGN KEY (candidate_id, sitting_id) REFERENCES sittings ON DELETE RESTRICT
);
SELECT keep_for_good('awards');

-- Revocations and reinstatements; each names an award, with its reason.
CREATE TABLE award_changes (
  candidate_id uuid        NOT NULL,
  award_id     uuid        NOT NULL,
  id           bigint      GENERATED ALWAYS AS IDENTITY,
  type         text        NOT NULL CHECK (type IN ('revoked', 'reinstated')),
  reason       text        NOT NULL,
  actor_id     uuid        NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (candidate_id, award_id, id),
  FOREIGN KEY (candidate_id, award_id) REFERENCES awards ON DELETE RESTRICT
);
SELECT keep_for_good('award_changes');
