-- Codes with which a customer's phone goes on with one draft: each once, until `expires_at`, as its SHA-256 only.
CREATE TABLE handover_code (
  portal_id text NOT NULL,
  customer_id text NOT NULL,
  draft_id text NOT NULL,
  session_id text NOT NULL REFERENCES customer_session (id) ON DELETE CASCADE,
  code_hash text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (portal_id, customer_id, draft_id),
  FOREIGN KEY (portal_id, customer_id, draft_id) REFERENCES draft (portal_id, customer_id, id) ON DELETE CASCADE
);
CREATE INDEX handover_code_by_session ON handover_code (session_id);

-- Sessions for one draft only; they go with the draft, and with the session of the customer who handed it over.
CREATE TABLE handover_session (
  token_hash text PRIMARY KEY,
  portal_id text NOT NULL,
  customer_id text NOT NULL,
  draft_id text NOT NULL,
  session_id text NOT NULL REFERENCES customer_session (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (portal_id, customer_id, draft_id) REFERENCES draft (portal_id, customer_id, id) ON DELETE CASCADE
);
CREATE INDEX handover_session_by_session ON handover_session (session_id);
CREATE INDEX handover_session_by_draft ON handover_session (portal_id, customer_id, draft_id);
