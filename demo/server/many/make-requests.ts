import { sql, type SQL } from 'drizzle-orm';
import type { Queryable, Transaction } from '../store/store.js';
import { COMPANIES, FIRST_NAMES, LAST_NAMES, WORDS } from './vocabulary.js';

/** Which of the made-up requests of a portal, counted from 0 in the order in which they came in. */
export interface Stretch {
  readonly portalId: string;
  readonly configVersion: string;
  readonly from: number;
  readonly until: number;
  /** How many the portal gets in all. */
  readonly total: number;
  /** How many customers the portal has. */
  readonly customers: number;
  /** The first and the last calendar year in which they came in; the last one is not over. */
  readonly years: readonly [first: number, last: number];
}

const list = (words: readonly string[]): SQL =>
  sql`ARRAY[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

/** Any of the words; with a weight of more than 1 rather the first of them. */
const any = (column: SQL, count: number, weight = 1): SQL =>
  sql`${column}[1 + floor(${count}::integer * power(random(), ${weight}::integer))::integer]`;

/** Who works on requests in the made-up portals. */
export const STAFF = 8;
export const staffId = (number: number): string => `seeded-staff-${number}`;

const customerId = (portalId: SQL, number: SQL): SQL => sql`${portalId} || '-customer-' || ${number}`;

/** Customers of a portal, who can sign in with a code by mail. */
export const makeCustomers = async (queryable: Queryable, portalId: string, count: number): Promise<void> => {
  const portal = sql`${portalId}::text`;
  await queryable.execute(sql`
    WITH vocabulary AS (SELECT ${list(FIRST_NAMES)} AS firsts, ${list(LAST_NAMES)} AS lasts, ${list(COMPANIES)} AS companies)
    INSERT INTO customer (id, portal_id, name, email, email_verified, company, created_at, updated_at)
    SELECT ${customerId(portal, sql`n`)}, ${portal},
      ${any(sql`firsts`, FIRST_NAMES.length)} || ' ' || ${any(sql`lasts`, LAST_NAMES.length)},
      'customer-' || n || '@example.com', true,
      CASE WHEN n % 2 = 0 THEN ${any(sql`companies`, COMPANIES.length)} || ' ' || ${any(sql`lasts`, LAST_NAMES.length)} END,
      now(), now()
    FROM vocabulary, generate_series(0, ${count}::integer - 1) AS n`);
  await queryable.execute(sql`
    UPDATE customer SET sort_key = lower(coalesce(company, name)), search_text = lower(concat_ws(E'\n', name, company, email))
    WHERE portal_id = ${portal}`);
};

/** When each request came in and under which number: as many in every year, spread evenly over what there is of it. */
const placed = ({ from, until, total, years: [first, last] }: Stretch): SQL => {
  const years = sql`${last - first + 1}::bigint`;
  const all = sql`${total}::bigint`;
  return sql`
    numbered AS (
      SELECT n, (n * ${years} / ${all})::integer AS y FROM generate_series(${from}::bigint, ${until}::bigint - 1) AS n
    ), counted AS (
      SELECT n, ${first}::integer + y AS year, n - (y * ${all} + ${years} - 1) / ${years} AS earlier,
        ((y + 1) * ${all} + ${years} - 1) / ${years} - (y * ${all} + ${years} - 1) / ${years} AS in_year
      FROM numbered
    ), placed AS (
      SELECT n, year, earlier + 1 AS number,
        begins + (least(now(), begins + interval '365 days') - begins) * ((earlier + 0.5) / in_year) AS at
      FROM counted, LATERAL (SELECT make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC') AS begins) AS beginning
    )`;
};

/** What becomes of a request: the newest are still open, nearly all others are done. */
const STATUS = sql`CASE
  WHEN n >= total - total / 50 THEN (ARRAY['submitted', 'submitted', 'submitted', 'needs-info', 'accepted'])[1 + floor(random() * 5)::integer]
  WHEN chance < 0.80 THEN 'done' WHEN chance < 0.84 THEN 'planned' WHEN chance < 0.87 THEN 'accepted'
  WHEN chance < 0.95 THEN 'declined' ELSE 'withdrawn' END`;

const answers = sql`CASE type WHEN 'fault' THEN json_build_object(
    'installation', (ARRAY['boiler', 'heat-pump', 'ventilation', 'airco'])[1 + n % 4], 'description', description,
    'impact', json_build_array('noise'), 'postcode', postcode, 'house-number', (n % 200 + 1)::text,
    'contact-name', chosen.name, 'phone', chosen.phone)
  ELSE json_build_object('installation', 'boiler', 'units', n % 4 + 1, 'date', (at + interval '20 days')::date, 'remarks', description)
  END`;

const submission = sql`json_build_object('requestType', type, 'configVersion', version, 'locale', 'nl', 'answers', ${answers},
  'checklist', CASE type WHEN 'fault' THEN '{"gas-smell":{"answer":"no"},"power":{"answer":"yes"},"pressure":{"answer":"yes"},"access":{"answer":"done"}}'::json
    ELSE '{}'::json END,
  'terms', '{"general":{"version":"2026-01","accepted":true},"privacy":{"version":"3","accepted":true}}'::json)`;

/** What is made up of one request, each piece once, so that it says the same wherever it is written. */
const made = ({ portalId, configVersion, total, customers }: Stretch): SQL => sql`
  chosen AS MATERIALIZED (
    SELECT placed.*, ${total}::bigint AS total, random() AS chance, ${portalId}::text AS portal, ${configVersion}::text AS version,
      CASE WHEN n % 4 = 0 THEN 'maintenance' ELSE 'fault' END AS type,
      CASE WHEN n % 5 > 0 THEN floor(random() * ${customers}::integer)::integer END AS customer_number,
      ${any(sql`firsts`, FIRST_NAMES.length)} || ' ' || ${any(sql`lasts`, LAST_NAMES.length)} AS name,
      '06' || lpad(floor(random() * 100000000)::bigint::text, 8, '0') AS phone,
      (1000 + floor(random() * 8999)::integer) || ' ' || chr(65 + (n % 26)::integer) || chr(65 + (n / 26 % 26)::integer) AS postcode,
      array_to_string(ARRAY(SELECT ${any(sql`words`, WORDS.length, 2)} FROM generate_series(1, (8 + n % 12)::integer)), ' ') || ' SN' || (n * 7919) % 10000019 AS description
    FROM placed, vocabulary
  ), made AS MATERIALIZED (
    SELECT chosen.n, chosen.at, chosen.chance, chosen.portal, chosen.version, chosen.type, chosen.phone, chosen.postcode,
      chosen.description, portal || '-' || n AS id, 'PR-' || year || '-' || lpad(chosen.number::text, 6, '0') AS reference, ${STATUS} AS status,
      customer.id AS customer_id, coalesce(customer.name, chosen.name) AS contact_name,
      coalesce(customer.email, 'guest-' || n || '@example.com') AS email, customer.company,
      ${submission} AS submission
    FROM chosen LEFT JOIN customer ON customer.id = ${customerId(sql`portal`, sql`customer_number`)}
  )`;

const kept = sql`
  kept AS (
    INSERT INTO request (id, portal_id, reference, customer_id, contact, request_type, title, config_version, locale, status,
      reason, submission, digest, search_text, submitted_at, updated_at, assigned_to, is_unread)
    SELECT id, portal, reference, customer_id,
      jsonb_strip_nulls(jsonb_build_object('name', contact_name, 'email', email, 'phone', phone, 'company', company,
        'guest', customer_id IS NULL)),
      type, CASE type WHEN 'fault' THEN '{"nl":"Storing melden","en":"Report a fault"}' ELSE '{"nl":"Onderhoud inplannen","en":"Plan maintenance"}' END::jsonb,
      version, 'nl', status, CASE status WHEN 'declined' THEN 'Dit valt buiten uw contract.' END, submission,
      encode(sha256(convert_to(submission::text, 'UTF8')), 'hex'),
      concat_ws(E'\n', reference, contact_name, email, phone, company,
        CASE type WHEN 'fault' THEN E'Storing melden\nReport a fault' ELSE E'Onderhoud inplannen\nPlan maintenance' END,
        description, postcode, CASE WHEN status IN ('accepted', 'planned', 'done') THEN 'WO' || substr(reference, 3) END),
      at, at + CASE status WHEN 'submitted' THEN interval '0' ELSE chance * interval '3 days' END,
      CASE WHEN status <> 'submitted' OR chance < 0.3 THEN 'seeded-staff-' || 1 + n % ${STAFF}::integer END,
      status = 'submitted' AND chance < 0.6
    FROM made
  ), ordered AS (
    INSERT INTO work_order (id, portal_id, reference, request_id, status, created_by, created_at)
    SELECT 'order-' || id, portal, 'WO' || substr(reference, 3), id,
      CASE status WHEN 'accepted' THEN 'open' ELSE status END, 'seeded-staff-' || 1 + n % ${STAFF}::integer, at + interval '1 hour'
    FROM made WHERE status IN ('accepted', 'planned', 'done')
  ), agreed AS (
    INSERT INTO request_term (request_id, portal_id, customer_id, term_id, version, accepted_at, locale, label, text_hash)
    SELECT id, portal, customer_id, 'general', '2026-01', at, 'nl', 'Ik ga akkoord met de servicevoorwaarden', encode(sha256('general'), 'hex') FROM made
  )`;

/** The history of each request: sent, and what the office or the customer made of it. */
const told = sql`
  INSERT INTO request_history (request_id, at, status, by, staff_id)
  SELECT id, at, 'submitted', 'customer', NULL FROM made
  UNION ALL
  SELECT id, at + interval '1 hour', CASE status WHEN 'done' THEN 'accepted' WHEN 'planned' THEN 'accepted' ELSE status END,
    CASE status WHEN 'withdrawn' THEN 'customer' ELSE 'office' END,
    CASE WHEN status <> 'withdrawn' THEN 'seeded-staff-' || 1 + n % ${STAFF}::integer END
  FROM made WHERE status <> 'submitted'
  UNION ALL
  SELECT id, at + interval '2 days', status, 'office', 'seeded-staff-' || 1 + n % ${STAFF}::integer
  FROM made WHERE status IN ('done', 'planned')`;

/** Makes up a stretch of a portal's requests, inside the database. */
export const makeRequests = async (tx: Transaction, stretch: Stretch): Promise<void> => {
  // what customers sent years ago is no news
  await tx.execute(sql`ALTER TABLE request_history DISABLE TRIGGER request_has_news`);
  await tx.execute(sql`
    WITH vocabulary AS (SELECT ${list(WORDS)} AS words, ${list(FIRST_NAMES)} AS firsts, ${list(LAST_NAMES)} AS lasts),
    ${placed(stretch)}, ${made(stretch)}, ${kept} ${told}`);
  await tx.execute(sql`ALTER TABLE request_history ENABLE TRIGGER request_has_news`);
};

/** Lets the next request and the next work order of a portal go on counting where the made-up ones end. */
export const countOn = async (
  queryable: Queryable,
  { portalId, total, years: [first, last] }: Stretch,
): Promise<void> => {
  const perYear = Math.ceil(total / (last - first + 1));
  await queryable.execute(sql`
    INSERT INTO counter (portal_id, kind, year, value)
    SELECT ${portalId}::text, kind, year, ${perYear}::integer
    FROM unnest(ARRAY['PR', 'WO']) AS kind, generate_series(${first}::integer, ${last}::integer) AS year
    ON CONFLICT (portal_id, kind, year) DO UPDATE SET value = greatest(counter.value, excluded.value)`);
};
