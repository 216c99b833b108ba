-- Where a portal's back-office systems hear what happens to requests.
CREATE TABLE webhook_endpoint (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id) ON DELETE CASCADE,
  url text NOT NULL,
  events jsonb NOT NULL,
  is_paused boolean NOT NULL DEFAULT false,
  -- When it answered that it is gone for good.
  gone_at timestamptz,
  -- Encrypted with a key that is made of AUTH_SECRET.
  secret text NOT NULL,
  -- Signs as well until `previous_until`, so that a receiver can change over.
  previous_secret text,
  previous_until timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX webhook_endpoint_of_portal ON webhook_endpoint (portal_id, created_at);

-- One outbox for all that leaves: mails, and calls to webhook endpoints.
ALTER TABLE outbox
  ADD COLUMN kind text NOT NULL DEFAULT 'mail',
  ADD COLUMN portal_id text REFERENCES portal (id) ON DELETE CASCADE,
  ADD COLUMN html text,
  ADD COLUMN endpoint_id text REFERENCES webhook_endpoint (id) ON DELETE CASCADE,
  ADD COLUMN message_id text,
  -- When trying began: first at `created_at`, anew when somebody sends it again.
  ADD COLUMN began_at timestamptz;
UPDATE outbox SET began_at = created_at;
ALTER TABLE outbox ALTER COLUMN began_at SET NOT NULL;
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (kind, next_try_at) WHERE sent_at IS NULL AND gave_up_at IS NULL;
CREATE INDEX outbox_of_portal ON outbox (portal_id, kind, id DESC);
CREATE INDEX outbox_of_endpoint ON outbox (endpoint_id);
CREATE INDEX outbox_created ON outbox (created_at);

CREATE TABLE delivery_attempt (
  id bigserial PRIMARY KEY,
  outbox_id bigint NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  milliseconds integer NOT NULL,
  -- The HTTP status; null when no answer came, and for mails.
  status integer,
  -- Why it failed, as a code; null when it did not.
  failure text,
  -- The beginning of the answer's body.
  excerpt text
);
CREATE INDEX delivery_attempt_of_outbox ON delivery_attempt (outbox_id, id);

-- Which field of a request type is which field of a work order, where the office decided otherwise than is found.
CREATE TABLE work_order_mapping (
  portal_id text NOT NULL REFERENCES portal (id) ON DELETE CASCADE,
  request_type text NOT NULL,
  mapping jsonb NOT NULL,
  PRIMARY KEY (portal_id, request_type)
);
