-- Words are found in long texts by their groups of three letters, where the database has that extension.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'pg_trgm is not there, so that searching reads every request of a portal: %', SQLERRM;
END $$;
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX request_search ON request USING gin (search_text gin_trgm_ops);
  END IF;
END $$;

-- Guests are known by their e-mail address only.
CREATE INDEX request_of_guest ON request (portal_id, lower(contact ->> 'email'), submitted_at) WHERE customer_id IS NULL;
