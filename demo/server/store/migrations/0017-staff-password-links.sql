-- Links with which staff who forgot their password choose another one, one for each account.
CREATE TABLE staff_password_link (
  staff_id text PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
