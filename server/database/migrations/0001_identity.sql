-- Personal data lives in this schema and nowhere else: outside chains, sittings, awards and credentials.
-- Erasing a person removes their rows here; what they did stays, under a candidate id that names nobody.
CREATE SCHEMA identity;

-- The next four tables are the sign-in library's, column names included.
CREATE TABLE identity."user" (
  "id"            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  "name"          text        NOT NULL CHECK (length("name") BETWEEN 1 AND 200),
  "email"         text        NOT NULL UNIQUE CHECK ("email" = lower("email")),
  "emailVerified" boolean     NOT NULL,
  "image"         text,
  "createdAt"     timestamptz NOT NULL DEFAULT current_timestamp,
  "updatedAt"     timestamptz NOT NULL DEFAULT current_timestamp
);

CREATE TABLE identity."session" (
  "id"        uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  "expiresAt" timestamptz NOT NULL,
  "token"     text        NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL DEFAULT current_timestamp,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId"    uuid        NOT NULL REFERENCES identity."user" ON DELETE CASCADE
);
CREATE INDEX session_by_user ON identity."session" ("userId");
CREATE INDEX session_by_expiry ON identity."session" ("expiresAt");

CREATE TABLE identity."account" (
  "id"                    uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  "accountId"             text        NOT NULL,
  "providerId"            text        NOT NULL,
  "userId"                uuid        NOT NULL REFERENCES identity."user" ON DELETE CASCADE,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope"                 text,
  "password"              text,
  "createdAt"             timestamptz NOT NULL DEFAULT current_timestamp,
  "updatedAt"             timestamptz NOT NULL,
  UNIQUE ("providerId", "accountId")
);
CREATE INDEX account_by_user ON identity."account" ("userId");

CREATE TABLE identity."verification" (
  "id"         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  "identifier" text        NOT NULL,
  "value"      text        NOT NULL,
  "expiresAt"  timestamptz NOT NULL,
  "createdAt"  timestamptz NOT NULL DEFAULT current_timestamp,
  "updatedAt"  timestamptz NOT NULL DEFAULT current_timestamp
);
CREATE INDEX verification_identifier ON identity."verification" ("identifier");

-- Somebody who may sit exams: a pseudonym. Everything outside this schema knows a person by this id only.
CREATE TABLE candidates (
  id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Who stands behind a pseudonym; gone when the person is erased.
CREATE TABLE identity.people (
  user_id      uuid PRIMARY KEY REFERENCES identity."user" ON DELETE CASCADE,
  candidate_id uuid NOT NULL UNIQUE REFERENCES candidates ON DELETE RESTRICT
);

-- Whatever way an account comes to be, it has its pseudonym from the first moment: no crash can leave one without.
CREATE FUNCTION identity.give_pseudonym() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH pseudonym AS (INSERT INTO candidates DEFAULT VALUES RETURNING id)
  INSERT INTO identity.people (user_id, candidate_id) SELECT NEW."id", id FROM pseudonym;
  RETURN NULL;
END $$;
CREATE TRIGGER every_user_is_a_candidate AFTER INSERT ON identity."user"
  FOR EACH ROW EXECUTE FUNCTION identity.give_pseudonym();

-- Accounts that were made for trying Pyladder out. They are locked wherever other machines can reach the server.
CREATE TABLE identity.demo_accounts (
  user_id uuid PRIMARY KEY REFERENCES identity."user" ON DELETE CASCADE
);

-- How often something was tried in the present window, on all nodes together. A key is a keyed hash of what is limited
-- (an account, an address, both). Unlogged: after a crash the counting may begin anew.
CREATE UNLOGGED TABLE identity.attempts (
  key            bytea       PRIMARY KEY CHECK (length(key) = 32),
  tried          int         NOT NULL,
  window_ends_at timestamptz NOT NULL
);
CREATE INDEX attempts_by_end ON identity.attempts (window_ends_at);
