-- What a signed-in customer has not sent yet; `content` is json because jsonb refuses what some answers hold.
CREATE TABLE draft (
  portal_id text NOT NULL REFERENCES portal (id),
  customer_id text NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  id text NOT NULL,
  key text,
  content json NOT NULL,
  fingerprint text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (portal_id, customer_id, id)
);
CREATE INDEX draft_by_age ON draft (portal_id, saved_at);

-- Which files a draft uses, so that they are not taken for unused ones.
CREATE TABLE draft_attachment (
  portal_id text NOT NULL,
  customer_id text NOT NULL,
  draft_id text NOT NULL,
  attachment_id text NOT NULL,
  PRIMARY KEY (portal_id, customer_id, draft_id, attachment_id),
  FOREIGN KEY (portal_id, customer_id, draft_id) REFERENCES draft (portal_id, customer_id, id) ON DELETE CASCADE
);
CREATE INDEX draft_attachment_by_id ON draft_attachment (attachment_id);
