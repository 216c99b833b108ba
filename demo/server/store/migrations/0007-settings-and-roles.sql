-- Staff work for one or more portals, with a role in each; everybody of an office was all of it until now.
CREATE TABLE staff_portal (
  staff_id text NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  portal_id text NOT NULL REFERENCES portal (id),
  role text NOT NULL CHECK (role IN ('manager', 'office')),
  PRIMARY KEY (staff_id, portal_id)
);
CREATE INDEX staff_portal_of_portal ON staff_portal (portal_id);
INSERT INTO staff_portal (staff_id, portal_id, role) SELECT id, portal_id, 'manager' FROM staff;

-- The portal that a member of staff works for now; until there is a choice, the one they were added to.
ALTER TABLE staff_session ADD COLUMN portal_id text REFERENCES portal (id);

-- Each publication keeps all that a portal is set to, in the order of its number.
ALTER TABLE portal_config ADD COLUMN number integer;
ALTER TABLE portal_config ADD COLUMN office json;
ALTER TABLE portal_config ADD COLUMN published_by text;
ALTER TABLE portal_config ADD COLUMN published_by_name text;
ALTER TABLE portal_config ADD COLUMN note text;
ALTER TABLE portal_config ADD COLUMN restored_from text;
UPDATE portal_config SET
  number = numbered.number,
  office = json_build_object('origins', portal.origins, 'needsApproval', true, 'declineReasons', '[]'::json)
FROM portal, (
  SELECT portal_id, version, row_number() OVER (PARTITION BY portal_id ORDER BY published_at, version) AS number
  FROM portal_config
) AS numbered
WHERE portal.id = portal_config.portal_id
  AND numbered.portal_id = portal_config.portal_id AND numbered.version = portal_config.version;
ALTER TABLE portal_config ALTER COLUMN number SET NOT NULL;
ALTER TABLE portal_config ALTER COLUMN office SET NOT NULL;
ALTER TABLE portal_config ADD UNIQUE (portal_id, number);
ALTER TABLE portal DROP COLUMN origins;

-- What managers are working on, one a portal.
CREATE TABLE settings_draft (
  portal_id text PRIMARY KEY REFERENCES portal (id),
  content json NOT NULL,
  fingerprint text NOT NULL,
  saved_by text NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL
);

-- Endpoints that serve a draft to whoever knows their token, as its SHA-256 only; they go when its manager signs out.
CREATE TABLE settings_preview (
  token_hash text PRIMARY KEY,
  portal_id text NOT NULL REFERENCES portal (id),
  session_id text NOT NULL REFERENCES staff_session (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX settings_preview_of_session ON settings_preview (session_id);

-- Where a request needs no approval, nobody makes its work order.
ALTER TABLE work_order ALTER COLUMN created_by DROP NOT NULL;
