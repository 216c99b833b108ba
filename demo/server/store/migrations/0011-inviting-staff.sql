-- Somebody who is asked to work for a portal; the account and the place in the office come with the answer.
CREATE TABLE staff_invitation (
  id text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('manager', 'office')),
  token_hash text NOT NULL UNIQUE,
  sets_password boolean NOT NULL,
  invited_by text REFERENCES staff (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (portal_id, email)
);

-- Who is disabled in an office keeps the place there, and may do nothing.
ALTER TABLE staff_portal ADD COLUMN disabled_at timestamptz;
