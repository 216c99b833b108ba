-- Requests that keep what was asked and decided, and nothing of who asked.
ALTER TABLE request ADD COLUMN anonymised_at timestamptz;
CREATE INDEX request_to_anonymise ON request (portal_id, updated_at, id)
  WHERE anonymised_at IS NULL AND status IN ('declined', 'withdrawn', 'done');

-- What leaves the server about a request goes with it. What was written before this column goes within its 30 days.
ALTER TABLE outbox ADD COLUMN request_id text REFERENCES request (id) ON DELETE CASCADE;
CREATE INDEX outbox_of_request ON outbox (request_id) WHERE request_id IS NOT NULL;

-- Files whose row is gone and whose bytes are still to be removed, from the disk or from a bucket.
CREATE TABLE removed_file (
  id text PRIMARY KEY,
  next_try_at timestamptz NOT NULL
);
CREATE INDEX removed_file_waiting ON removed_file (next_try_at);
