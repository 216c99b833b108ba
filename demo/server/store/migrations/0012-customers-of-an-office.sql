-- What the office knows of a customer besides the account, and since when the customer may not come in.
ALTER TABLE customer
  ADD COLUMN phone text,
  ADD COLUMN number text,
  ADD COLUMN invited_at timestamptz,
  ADD COLUMN disabled_at timestamptz,
  ADD COLUMN sort_key text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN search_text text NOT NULL DEFAULT '';
UPDATE customer SET
  sort_key = lower(coalesce(company, name)),
  search_text = lower(concat_ws(E'\n', name, company, email));
CREATE INDEX customer_in_order ON customer (portal_id, sort_key, id);

-- Links with which a customer chooses a password, one for each and each once; only their hash is kept.
CREATE TABLE customer_invitation (
  customer_id text PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
