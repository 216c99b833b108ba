-- What a customer can choose from, as the back office knows it: assets, addresses, contacts, projects.
CREATE TABLE customer_option (
  customer_id text NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  source text NOT NULL,
  id text COLLATE "C" NOT NULL,
  label text NOT NULL,
  detail text,
  address jsonb,
  sort_key text COLLATE "C" NOT NULL,
  search_text text NOT NULL,
  PRIMARY KEY (customer_id, source, id)
);
CREATE INDEX customer_option_in_order ON customer_option (customer_id, source, sort_key, id);

-- Dutch addresses, to be found by postcode and house number; an empty addition is the house itself.
CREATE TABLE street_address (
  postcode text NOT NULL,
  house_number integer NOT NULL,
  addition text NOT NULL,
  street text NOT NULL,
  city text NOT NULL,
  PRIMARY KEY (postcode, house_number, addition)
);

-- What a request is about: the ids of what was chosen, and the addresses that were given.
CREATE TABLE request_subject (
  request_id text NOT NULL REFERENCES request (id),
  kind text NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (request_id, kind, subject)
);

-- Who accepted a term where, and the text that was read; what was accepted before has its text in the configuration.
ALTER TABLE request_term
  ADD COLUMN portal_id text REFERENCES portal (id),
  ADD COLUMN customer_id text REFERENCES customer (id),
  ADD COLUMN text text;
UPDATE request_term SET portal_id = request.portal_id, customer_id = request.customer_id
  FROM request WHERE request.id = request_term.request_id;
ALTER TABLE request_term ALTER COLUMN portal_id SET NOT NULL;
CREATE INDEX request_term_of_customer ON request_term (customer_id, portal_id, term_id, accepted_at DESC);

CREATE TABLE message_key (
  customer_id text NOT NULL REFERENCES customer (id),
  key text NOT NULL,
  fingerprint text NOT NULL,
  request_id text NOT NULL REFERENCES request (id),
  entry json NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, key)
);
