-- Uploads that a process writes to at this moment; a process that died leaves a row behind until `expires_at`.
CREATE UNLOGGED TABLE upload_lock (
  id text PRIMARY KEY,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL,
  is_wanted boolean NOT NULL
);
