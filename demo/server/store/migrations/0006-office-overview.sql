-- Who works on a request, whether the office has read what is new in it, and which other request it repeats.
ALTER TABLE request
  ADD COLUMN assigned_to text REFERENCES staff (id),
  ADD COLUMN is_unread boolean NOT NULL DEFAULT true,
  ADD COLUMN duplicate_of text REFERENCES request (id);
UPDATE request SET is_unread = false WHERE status NOT IN ('submitted', 'needs-info');

-- The orders and filters of the overview; request_of_portal and UNIQUE (portal_id, reference) serve the others.
CREATE INDEX request_by_status ON request (portal_id, status, submitted_at DESC, id DESC);
CREATE INDEX request_by_type ON request (portal_id, request_type, submitted_at DESC, id DESC);
CREATE INDEX request_by_assignee ON request (portal_id, assigned_to, submitted_at DESC, id DESC);
CREATE INDEX request_unassigned ON request (portal_id, submitted_at DESC, id DESC) WHERE assigned_to IS NULL;
CREATE INDEX request_unread ON request (portal_id, submitted_at DESC, id DESC) WHERE is_unread;
CREATE INDEX request_untouched ON request (portal_id, updated_at, id);
CREATE INDEX request_untouched_by_status ON request (portal_id, status, updated_at, id);
CREATE INDEX request_duplicates ON request (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX request_subject_in_common ON request_subject (kind, subject);

-- How many requests there are of each kind is the sum of `change`. Rows are only added, so nobody waits for anybody;
-- they are added up into one now and then.
CREATE TABLE request_tally (
  portal_id text NOT NULL REFERENCES portal (id) ON DELETE CASCADE,
  status text NOT NULL,
  request_type text NOT NULL,
  assigned_to text,
  is_unread boolean NOT NULL,
  change bigint NOT NULL
);
CREATE INDEX request_tally_of_portal ON request_tally (portal_id);
INSERT INTO request_tally
  SELECT portal_id, status, request_type, assigned_to, is_unread, count(*) FROM request GROUP BY 1, 2, 3, 4, 5;

-- The notices reach every server process that listens, once the transaction has committed.
CREATE FUNCTION request_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_tally
    SELECT portal_id, status, request_type, assigned_to, is_unread, count(*) FROM now_there GROUP BY 1, 2, 3, 4, 5;
  PERFORM pg_notify('office_event', 'requests ' || portal_id) FROM (SELECT DISTINCT portal_id FROM now_there) AS portals;
  RETURN NULL;
END $$;

CREATE FUNCTION request_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_tally
    SELECT portal_id, status, request_type, assigned_to, is_unread, sum(change) FROM (
      SELECT portal_id, status, request_type, assigned_to, is_unread, 1 AS change FROM now_there
      UNION ALL
      SELECT portal_id, status, request_type, assigned_to, is_unread, -1 FROM was_there
    ) AS changes
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
  PERFORM pg_notify('office_event', 'requests ' || portal_id) FROM (SELECT DISTINCT portal_id FROM now_there) AS portals;
  RETURN NULL;
END $$;

CREATE FUNCTION request_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_tally
    SELECT portal_id, status, request_type, assigned_to, is_unread, -count(*) FROM was_there GROUP BY 1, 2, 3, 4, 5;
  PERFORM pg_notify('office_event', 'requests ' || portal_id) FROM (SELECT DISTINCT portal_id FROM was_there) AS portals;
  RETURN NULL;
END $$;

CREATE TRIGGER request_added AFTER INSERT ON request
  REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION request_added();
CREATE TRIGGER request_changed AFTER UPDATE ON request
  REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION request_changed();
CREATE TRIGGER request_removed AFTER DELETE ON request
  REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION request_removed();

-- Whatever a customer adds to a request is news to the office, until somebody opens it.
CREATE FUNCTION request_has_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE request SET is_unread = true WHERE id = NEW.request_id AND NOT is_unread;
  RETURN NULL;
END $$;
CREATE TRIGGER request_has_news AFTER INSERT ON request_history
  FOR EACH ROW WHEN (NEW.by = 'customer') EXECUTE FUNCTION request_has_news();

-- A session of staff that ends, however it ends, closes what it listens to.
CREATE FUNCTION staff_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('office_event', 'session ' || OLD.id);
  RETURN NULL;
END $$;
CREATE TRIGGER staff_session_ended AFTER DELETE ON staff_session
  FOR EACH ROW EXECUTE FUNCTION staff_session_ended();
