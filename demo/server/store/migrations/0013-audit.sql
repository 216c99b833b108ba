-- Who did and saw what. It names no customer, so that it can stay when one is erased.
CREATE TABLE audit_entry (
  id bigserial PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  at timestamptz NOT NULL,
  action text NOT NULL,
  staff_id text,
  staff_name text,
  subject_id text,
  subject text,
  details jsonb
);
CREATE INDEX audit_entry_of_portal ON audit_entry (portal_id, at DESC, id DESC);
CREATE INDEX audit_entry_by_action ON audit_entry (portal_id, action, at DESC, id DESC);
CREATE INDEX audit_entry_by_staff ON audit_entry (portal_id, staff_id, at DESC, id DESC);
CREATE INDEX audit_entry_by_subject ON audit_entry (portal_id, lower(subject) text_pattern_ops);

-- Entries are only added. Those older than two years may go, by the clock of the database and not of the server.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '2 years' THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'An entry of the audit stays as it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

-- Sessions are made by the accounts library in a transaction of its own; this is how their entry gets into it.
CREATE FUNCTION staff_session_began() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry (portal_id, at, action, staff_id, staff_name)
    SELECT workplace.portal_id, NEW.created_at, 'session.began', staff.id, staff.name
    FROM staff JOIN staff_portal AS workplace ON workplace.staff_id = staff.id
    WHERE staff.id = NEW.user_id AND workplace.disabled_at IS NULL
    ORDER BY workplace.portal_id = coalesce(NEW.portal_id, staff.portal_id) DESC, workplace.portal_id
    LIMIT 1;
  RETURN NULL;
END $$;
CREATE TRIGGER staff_session_began AFTER INSERT ON staff_session
  FOR EACH ROW EXECUTE FUNCTION staff_session_began();
