-- Every answer ever given, one row a receipt. Rows are never changed or removed:
-- scoring reads the latest counted row of each position, an appeal reads all of them.
CREATE TABLE answers (
  candidate_id    uuid        NOT NULL,
  sitting_id      uuid        NOT NULL,
  place           int         NOT NULL,               -- 1, 2, 3… within the sitting: the chain's order
  device_id       uuid        NOT NULL,
  device_sequence int         NOT NULL,
  position        int         NOT NULL,               -- of the item in the form, from 0
  response        jsonb       NOT NULL,
  acceptance      text        NOT NULL CHECK (acceptance IN ('counted', 'late')),
  received_at     timestamptz NOT NULL,
  chain           bytea       NOT NULL CHECK (length(chain) = 32),
  PRIMARY KEY (candidate_id, sitting_id, place),
  UNIQUE (candidate_id, sitting_id, device_id, device_sequence),
  FOREIGN KEY (candidate_id, sitting_id) REFERENCES sittings ON DELETE RESTRICT
);
SELECT keep_for_good('answers');

-- What else happened in the room: views, flags, strike-outs, notes, focus. Enough to put the candidate back
-- exactly where they were, to know response times, and to hear an appeal.
CREATE TABLE sitting_events (
  candidate_id    uuid        NOT NULL,
  sitting_id      uuid        NOT NULL,
  id              bigint      GENERATED ALWAYS AS IDENTITY,
  device_id       uuid        NOT NULL,
  device_sequence int         NOT NULL,
  position        int         NOT NULL,
  type            text        NOT NULL CHECK (type IN ('viewed', 'flagged', 'struck', 'noted', 'focus')),
  body            jsonb       NOT NULL,
  received_at     timestamptz NOT NULL,
  PRIMARY KEY (candidate_id, sitting_id, id),
  UNIQUE (candidate_id, sitting_id, device_id, device_sequence),
  FOREIGN KEY (candidate_id, sitting_id) REFERENCES sittings ON DELETE RESTRICT
);
SELECT keep_for_good('sitting_events');

-- What staff did to a sitting: time granted, pauses, holds, voids; each with its reason.
CREATE TABLE sitting_interventions (
  candidate_id uuid        NOT NULL,
  sitting_id   uuid        NOT NULL,
  id           bigint      GENERATED ALWAYS AS IDENTITY,
  type         text        NOT NULL CHECK (type IN ('time_granted', 'paused', 'resumed', 'held', 'released', 'voided')),
  seconds      int,
  reason       text        NOT NULL,
  actor_id     uuid        NOT NULL REFERENCES candidates ON DELETE RESTRICT,
  at           timestamptz NOT NULL,
  PRIMARY KEY (candidate_id, sitting_id, id),
  FOREIGN KEY (candidate_id, sitting_id) REFERENCES sittings ON DELETE RESTRICT
);
SELECT keep_for_good('sitting_interventions');
