-- A request is found by the reference of its work order too, and a work order by the words of its request.
ALTER TABLE request DISABLE TRIGGER request_changed; -- nothing that is tallied changes
UPDATE request SET search_text = search_text || E'\n' || work_order.reference
  FROM work_order WHERE work_order.request_id = request.id;
ALTER TABLE request ENABLE TRIGGER request_changed;

-- One index on the portal and the words in it, so that a search in a small portal does not pay for a large one.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  DROP INDEX IF EXISTS request_search;
  CREATE INDEX request_search ON request USING gin (portal_id, search_text gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'pg_trgm or btree_gin is not there, so that searching is slow where there are many requests: %', SQLERRM;
END $$;

-- Who asked is looked up by a whole e-mail address, a guest and a customer alike.
CREATE INDEX request_by_address ON request (portal_id, lower(contact ->> 'email'), submitted_at DESC, id DESC);
DROP INDEX request_of_guest;
