CREATE TABLE portal (
  id text PRIMARY KEY,
  config_version text NOT NULL,
  origins jsonb NOT NULL,
  is_closed boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

-- Every version is kept, because a request is read with the questions it was asked with.
CREATE TABLE portal_config (
  portal_id text NOT NULL REFERENCES portal (id),
  version text NOT NULL,
  config json NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (portal_id, version)
);

CREATE TABLE customer (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  company text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (portal_id, email)
);
CREATE TABLE customer_session (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  user_id text NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE TABLE customer_credential (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  user_id text NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (portal_id, provider_id, account_id)
);
CREATE TABLE customer_verification (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX customer_session_user ON customer_session (user_id);
CREATE INDEX customer_credential_user ON customer_credential (user_id);
CREATE INDEX customer_verification_identifier ON customer_verification (portal_id, identifier);

CREATE TABLE staff (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL,
  image text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE TABLE staff_session (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE TABLE staff_credential (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE TABLE staff_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE counter (
  portal_id text NOT NULL REFERENCES portal (id),
  kind text NOT NULL,
  year integer NOT NULL,
  value integer NOT NULL,
  PRIMARY KEY (portal_id, kind, year)
);

CREATE TABLE request (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  reference text NOT NULL,
  customer_id text REFERENCES customer (id),
  contact jsonb NOT NULL,
  request_type text NOT NULL,
  title jsonb NOT NULL,
  config_version text NOT NULL,
  locale text NOT NULL,
  status text NOT NULL,
  reason text,
  submission json NOT NULL,
  digest text NOT NULL,
  search_text text NOT NULL,
  submitted_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (portal_id, reference),
  FOREIGN KEY (portal_id, config_version) REFERENCES portal_config (portal_id, version)
);
CREATE INDEX request_of_portal ON request (portal_id, submitted_at DESC, id DESC);
CREATE INDEX request_of_customer ON request (customer_id, submitted_at DESC, id DESC);

CREATE TABLE request_history (
  id bigserial PRIMARY KEY,
  request_id text NOT NULL REFERENCES request (id),
  at timestamptz NOT NULL,
  status text NOT NULL,
  by text NOT NULL,
  note text,
  staff_id text REFERENCES staff (id)
);
CREATE INDEX request_history_of_request ON request_history (request_id, id);

CREATE TABLE request_term (
  request_id text NOT NULL REFERENCES request (id),
  term_id text NOT NULL,
  version text NOT NULL,
  accepted_at timestamptz NOT NULL,
  locale text NOT NULL,
  label text NOT NULL,
  text_hash text NOT NULL,
  PRIMARY KEY (request_id, term_id)
);

CREATE TABLE attachment (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  customer_id text REFERENCES customer (id),
  request_id text REFERENCES request (id),
  name text NOT NULL,
  type text NOT NULL,
  size bigint NOT NULL,
  is_complete boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
CREATE INDEX attachment_of_request ON attachment (request_id);
CREATE INDEX attachment_unused ON attachment (created_at) WHERE request_id IS NULL;

CREATE TABLE submission_key (
  portal_id text NOT NULL REFERENCES portal (id),
  identity text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  request_id text NOT NULL REFERENCES request (id),
  receipt json NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (portal_id, identity, key)
);

CREATE TABLE work_order (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  reference text NOT NULL,
  request_id text NOT NULL UNIQUE REFERENCES request (id),
  status text NOT NULL,
  created_by text NOT NULL REFERENCES staff (id),
  created_at timestamptz NOT NULL,
  UNIQUE (portal_id, reference)
);
CREATE INDEX work_order_of_portal ON work_order (portal_id, created_at DESC, id DESC);

CREATE TABLE outbox (
  id bigserial PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  gave_up_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (next_try_at) WHERE sent_at IS NULL AND gave_up_at IS NULL;

CREATE TABLE throttle (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at timestamptz NOT NULL
);

-- What a server makes for itself once, such as the key that signs sessions.
CREATE TABLE server_secret (
  name text PRIMARY KEY,
  value text NOT NULL
);
