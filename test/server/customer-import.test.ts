import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CustomerList, ImportPreview, OfficeCustomer } from '../../demo/office-contract/index.js';
import { ANNA, onEachDatabase, pointers, problem, type Answer } from './harness.js';
import { openOffice, type AskOffice } from './office.js';

const CSV = { 'Content-Type': 'text/csv' };

const preview = (ask: AskOffice, text: string, kind = 'customers') =>
  ask(`/customer-imports?kind=${kind}`, text, CSV, 'POST');

const commit = (ask: AskOffice, text: string, etag: string, kind = 'customers') =>
  ask(`/customer-imports/commit?kind=${kind}`, text, { ...CSV, 'If-Match': etag }, 'POST');

const seen = ({ json }: Answer): ImportPreview => json as ImportPreview;

/** Previews a file and does what it says. */
const take = async (ask: AskOffice, text: string, kind = 'customers'): Promise<ImportPreview> => {
  const first = await preview(ask, text, kind);
  assert.equal(first.status, 200, JSON.stringify(first.json));
  const done = await commit(ask, text, first.headers.get('etag') ?? '', kind);
  assert.equal(done.status, 200, JSON.stringify(done.json));
  return seen(done);
};

const customersOf = async (ask: AskOffice) => ((await ask('/customers')).json as CustomerList).items;

onEachDatabase('A file of customers', (server) => {
  it('as Dutch Excel writes it is taken in one go, after a preview that changes nothing', async () => {
    const { ask } = await openOffice(server());
    const file =
      '\uFEFFNaam;E-mailadres;Bedrijf;Telefoonnummer;Klantnummer;Sinds\r\nZoë;ZOE@example.com;"Lift; B.V.";050 123 45 67;K1;2020\r\n';
    const shown = await preview(ask, file);
    assert.deepEqual([seen(shown).counts, seen(shown).ignored], [{ new: 1, changed: 0, same: 0, wrong: 0 }, ['Sinds']]);
    assert.deepEqual(await customersOf(ask), []);
    await take(ask, file);
    const [zoe] = await customersOf(ask);
    const { name, email, company, phone, number } = zoe as OfficeCustomer;
    assert.deepEqual(
      { name, email, company, phone, number },
      {
        ...{ name: 'Zoë', email: 'zoe@example.com', company: 'Lift; B.V.', phone: '0501234567', number: 'K1' },
      },
    );
  });

  it('changes whom it knows by their address, and what it leaves empty stays', async () => {
    const { ask, portal } = await openOffice(server());
    const token = await portal.signIn(ANNA);
    const { counts } = await take(ask, `email,name,company,number\n${ANNA.email},Anna B.,,7\nben@example.com,Ben,,\n`);
    assert.deepEqual(counts, { new: 1, changed: 1, same: 0, wrong: 0 });
    const anna = (await customersOf(ask)).find(({ email }) => email === ANNA.email);
    assert.deepEqual([anna?.name, anna?.company, anna?.number], ['Anna B.', ANNA.company, '7']);
    assert.equal((await portal.call('/session', { token })).status, 200);
    assert.deepEqual((await take(ask, `email,name\n${ANNA.email},Anna B.\n`)).counts.same, 1);
  });

  it('with one wrong line is not taken at all, and says line by line what to mend', async () => {
    const { ask } = await openOffice(server());
    const file = 'naam;e-mail;telefoon\nBen;ben@example.com;\n;nobody;x\nBen again;BEN@example.com;\n';
    const shown = await preview(ask, file);
    assert.deepEqual(
      seen(shown).lines.map(({ line, outcome, issues }) => [
        line,
        outcome,
        issues.map(({ pointer, code }) => pointer + code),
      ]),
      [
        [3, 'wrong', ['/namerequired', '/emailformat', '/phoneformat']],
        [4, 'wrong', ['/emailrepeated']],
        [2, 'new', []],
      ],
    );
    const refused = await commit(ask, file, shown.headers.get('etag') ?? '');
    assert.deepEqual([refused.status, pointers(refused)], [422, ['/file']]);
    assert.deepEqual(await customersOf(ask), []);
  });

  it('is not taken when something has changed since its preview', async () => {
    const { ask } = await openOffice(server());
    const file = 'email,name\nben@example.com,Ben\n';
    const etag = (await preview(ask, file)).headers.get('etag') ?? '';
    await ask('/customers', { name: 'Benjamin', email: 'ben@example.com' });
    assert.equal((await commit(ask, file, etag)).status, 412);
    assert.equal((await commit(ask, `${file}zoe@example.com,Zoë\n`, etag)).status, 412);
    assert.deepEqual(
      (await customersOf(ask)).map(({ name }) => name),
      ['Benjamin'],
    );
  });

  it('that cannot be one is refused as a whole', async () => {
    const { ask } = await openOffice(server());
    const cases: [string, string[]][] = [
      ['', ['/file empty']],
      ['email,name\n', ['/file empty']],
      ['naam;telefoon\nBen;1\n', ['/columns/email required']],
      ['email,name,e-mail\nb@example.com,Ben,c@example.com\n', ['/columns/email repeated']],
      ['email,name\n"b@example.com,Ben\n', ['/file quote']],
      [`email,name\n${'b@example.com,Ben\n'.repeat(5_001)}`, ['/file too-many']],
    ];
    for (const [file, expected] of cases) {
      const answer = await preview(ask, file);
      const found = (problem(answer).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
      assert.deepEqual([answer.status, found], [422, expected]);
    }
    assert.equal((await preview(ask, 'x'.repeat(2 * 1024 * 1024 + 1))).status, 413);
    assert.equal((await preview(ask, 'email,name\n', 'secrets')).status, 400);
  });

  it('keeps what looks like a formula as text, which an export defuses and an import takes back', async () => {
    const { ask } = await openOffice(server());
    await take(ask, "email,name,company\nben@example.com,=1+1,'@home\n");
    const [ben] = await customersOf(ask);
    assert.deepEqual([ben?.name, ben?.company], ['=1+1', '@home']);
  });

  it('of five thousand lines is taken', async () => {
    const { ask } = await openOffice(server());
    const lines = Array.from({ length: 5_000 }, (_, index) => `c${index}@example.com,Customer ${index}`);
    assert.equal((await take(ask, ['email,name', ...lines].join('\n'))).counts.new, 5_000);
    assert.equal((await preview(ask, ['email,name', ...lines].join('\n'))).status, 200);
  });

  it('sees no customer of another portal', async () => {
    const [here, there] = [await openOffice(server()), await openOffice(server())];
    await there.portal.signIn(ANNA);
    const { counts } = await take(here.ask, `email,name\n${ANNA.email},Somebody else\n`);
    assert.equal(counts.new, 1);
    assert.equal((await customersOf(there.ask))[0]?.name, ANNA.name);
    const owned = await preview(there.ask, 'klant;naam\nben@example.com;Lift\n', 'assets');
    assert.deepEqual(seen(owned).lines[0]?.issues, [{ pointer: '/customer', code: 'unknown-customer' }]);
  });
});

onEachDatabase('A file of what customers choose from', (server) => {
  it('adds to each customer, and changes by id or by name', async () => {
    const { ask, portal } = await openOffice(server());
    const token = await portal.signIn(ANNA);
    const assets = async () =>
      ((await portal.call('/options/assets', { token })).json as { items: { label: string; detail?: string }[] }).items;
    await take(ask, `klant;nummer;naam;toelichting\n${ANNA.email};L/1;Lift 1;Hall\n${ANNA.email};;Lift 2;\n`, 'assets');
    const { counts } = await take(
      ask,
      `klant;nummer;naam;toelichting\n${ANNA.email};L/1;Lift 1 (north);\n${ANNA.email};;Lift 2;Cellar\n`,
      'assets',
    );
    assert.deepEqual(counts, { new: 0, changed: 2, same: 0, wrong: 0 });
    assert.deepEqual(
      (await assets()).map(({ label, detail }) => [label, detail]),
      [
        ['Lift 1 (north)', 'Hall'],
        ['Lift 2', 'Cellar'],
      ],
    );
  });

  it('tells which of two with the same name is meant only by an id', async () => {
    const { ask, portal } = await openOffice(server());
    await portal.signIn(ANNA);
    const file = `klant;id;naam\n${ANNA.email};1;Lift\n${ANNA.email};2;Lift\n`;
    assert.equal((await take(ask, file, 'assets')).counts.new, 2);
    const [line] = seen(await preview(ask, `klant;naam\n${ANNA.email};Lift\n`, 'assets')).lines;
    assert.deepEqual(line?.issues, [{ pointer: '/label', code: 'ambiguous', params: { count: 2 } }]);
    const twice = `klant;id;naam\n${ANNA.email};3;Lift 3\n${ANNA.email};3;Lift 4\n`;
    assert.equal(seen(await preview(ask, twice, 'assets')).counts.wrong, 1);
  });

  it('takes addresses column by column', async () => {
    const { ask, portal } = await openOffice(server());
    const token = await portal.signIn(ANNA);
    const head = 'Klant;Postcode;Huisnummer;Toevoeging;Straat;Plaats\n';
    await take(ask, `${head}${ANNA.email};9712ab;12;a;Kade;Groningen\n`, 'addresses');
    const { items } = (await portal.call('/options/addresses', { token })).json as { items: { label: string }[] };
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Kade 12 a, Groningen'],
    );
    const [line] = seen(await preview(ask, `${head}${ANNA.email};97;12;;Kade;\n`, 'addresses')).lines;
    assert.deepEqual(
      line?.issues.map(({ pointer, code }) => pointer + code),
      ['/postcodeformat', '/cityrequired'],
    );
  });
});
