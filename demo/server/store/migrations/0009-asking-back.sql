-- The page that a request was sent from: a mail about the request leads there.
ALTER TABLE request ADD COLUMN page text;

-- What the office asks back of a request. One question is open at a time; its link opens that request without signing in,
-- until it is closed or `expires_at`, and only the link's SHA-256 is kept.
CREATE TABLE request_question (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  request_id text NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  message text NOT NULL,
  fields jsonb NOT NULL,
  items jsonb NOT NULL,
  staff_id text NOT NULL REFERENCES staff (id),
  asked_at timestamptz NOT NULL,
  token_hash text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE UNIQUE INDEX request_question_open ON request_question (request_id) WHERE closed_at IS NULL;
CREATE INDEX request_question_of_request ON request_question (request_id, asked_at);

-- Replies, each with the request as it was before: what was signed stays provable.
CREATE TABLE request_reply (
  question_id text PRIMARY KEY REFERENCES request_question (id) ON DELETE CASCADE,
  request_id text NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  key text NOT NULL,
  fingerprint text NOT NULL,
  answers json NOT NULL,
  checklist json NOT NULL,
  before json NOT NULL,
  receipt json NOT NULL,
  replied_at timestamptz NOT NULL
);
CREATE INDEX request_reply_of_request ON request_reply (request_id, replied_at);

-- What the office says to a customer, once for each key.
CREATE TABLE office_message_key (
  request_id text NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  key text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (request_id, key)
);
