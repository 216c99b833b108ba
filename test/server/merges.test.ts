import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { RequestDetail } from 'portal-request-form/contract';
import type { DuplicateCandidate, OfficeRequest, RequestChoices } from '../../demo/office-contract/index.js';
import { ANNA, BEN, onEachDatabase, pointers } from './harness.js';
import { openOffice, type Office } from './office.js';

const merge = (office: Office, id: string, into: unknown) => office.ask(`/requests/${id}/merge`, { into });

onEachDatabase('A request that repeats another one', (server) => {
  it('is found among those of the same customer only', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const [first, second] = [await office.portal.submit(token), await office.portal.submit(token)];
    await office.portal.submit(await office.portal.signIn(BEN));
    const [guest, again] = [await office.portal.submit(), await office.portal.submit()];
    const found = async (id: string) =>
      (await office.get<{ items: DuplicateCandidate[] }>(`/requests/${id}/duplicates`)).items.map((one) => one.id);
    assert.deepEqual(await found(second.id), [first.id]);
    assert.deepEqual(await found(guest.id), [again.id]);
  });

  it('is closed once with a word to the customer in both, and leads to the other', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const [first, second] = [await office.portal.submit(token), await office.portal.submit(token, { locale: 'nl' })];
    const answers = await Promise.all([1, 2, 3].map(() => merge(office, second.id, first.id)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    const seen = (await office.portal.call(`/requests/${second.id}`, { token })).json as RequestDetail;
    assert.deepEqual(
      [seen.status, seen.reason],
      ['declined', `Wij behandelen deze aanvraag samen met uw aanvraag ${first.reference}.`],
    );
    const main = await office.get<OfficeRequest>(`/requests/${first.id}`);
    assert.deepEqual(
      main.duplicates.map(({ id, messages, files }) => [id, messages, files]),
      [[second.id, 0, 0]],
    );
    assert.deepEqual(
      main.history.map(({ note }) => note),
      [undefined, `We handle your request ${second.reference} together with this one.`],
    );
    const { duplicateOf } = await office.get<OfficeRequest>(`/requests/${second.id}`);
    assert.deepEqual(duplicateOf, { id: first.id, reference: first.reference, canUndo: true });
  });

  it('takes along what repeats it, and two that are merged into each other leave one open', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const [a, b, c] = [
      await office.portal.submit(token),
      await office.portal.submit(token),
      await office.portal.submit(token),
    ];
    await merge(office, a.id, b.id);
    const answers = await Promise.all([merge(office, b.id, c.id), merge(office, c.id, b.id)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const all = await Promise.all([a, b, c].map(({ id }) => office.get<OfficeRequest>(`/requests/${id}`)));
    const open = all.filter(({ status }) => status === 'submitted');
    assert.deepEqual(
      open.map(({ duplicates }) => duplicates.length),
      [2],
    );
  });

  it('is open again when that is undone, with a word to the customer in both, until the other is accepted', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const [first, second] = [await office.portal.submit(token), await office.portal.submit(token, { locale: 'nl' })];
    const undo = () => office.ask(`/requests/${second.id}/merge`, undefined, {}, 'DELETE');
    await merge(office, second.id, first.id);
    const answers = await Promise.all([1, 2, 3].map(undo));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    const seen = (await office.portal.call(`/requests/${second.id}`, { token })).json as RequestDetail;
    const said = `Wij behandelen deze aanvraag weer los van uw aanvraag ${first.reference}.`;
    assert.deepEqual([seen.status, seen.reason, seen.history.at(-1)?.note], ['submitted', undefined, said]);
    assert.equal(seen.history.length, 3);
    assert.ok((await server().mails()).some(({ text }) => text.replace(/\s+/g, ' ').includes(said)));
    const main = await office.get<OfficeRequest>(`/requests/${first.id}`);
    assert.deepEqual([main.duplicates, main.history.length], [[], 3]);
    await merge(office, second.id, first.id);
    await office.ask(`/requests/${first.id}/accept`, {});
    assert.equal((await office.get<OfficeRequest>(`/requests/${second.id}`)).duplicateOf?.canUndo, false);
    assert.equal((await undo()).status, 409);
  });

  it('cannot be one of somebody else, of another portal, of itself, or one that is closed', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    const [anna, ben] = [await office.portal.signIn(ANNA), await office.portal.signIn(BEN)];
    const [own, his, done] = [
      await office.portal.submit(anna),
      await office.portal.submit(ben),
      await office.portal.submit(anna),
    ];
    const foreign = await other.portal.submit();
    for (const into of [his.id, foreign.id, own.id, 7, undefined, 'a\0']) {
      assert.deepEqual(pointers(await merge(office, own.id, into)), ['/into']);
    }
    assert.equal((await merge(office, foreign.id, own.id)).status, 404);
    await office.ask(`/requests/${done.id}/decline`, { reason: 'No.' });
    assert.deepEqual(
      [(await merge(office, own.id, done.id)).status, (await merge(office, done.id, own.id)).status],
      [409, 409],
    );
  });
});

onEachDatabase('A reason to decline', (server) => {
  it('is chosen in the office’s language and read in the customer’s', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const { id } = await office.portal.submit(token, { locale: 'nl' });
    const { declineReasons } = await office.get<RequestChoices>('/request-choices');
    const [first] = declineReasons;
    assert.deepEqual(first?.text, {
      nl: 'Het adres ligt buiten ons werkgebied.',
      en: 'The address is outside our area.',
    });
    const given = { reasonId: first.id, reason: 'Probeer het bij de gemeente.' };
    for (const answer of [
      await office.ask(`/requests/${id}/decline`, given),
      await office.ask(`/requests/${id}/decline`, given),
    ]) {
      assert.equal(answer.status, 200);
    }
    const seen = (await office.portal.call(`/requests/${id}`, { token })).json as RequestDetail;
    assert.equal(seen.reason, 'Het adres ligt buiten ons werkgebied.\n\nProbeer het bij de gemeente.');
    assert.equal(seen.history.length, 2);
  });

  it('has to be one of the portal’s', async () => {
    const office = await openOffice(server());
    const { id } = await office.portal.submit();
    assert.deepEqual(pointers(await office.ask(`/requests/${id}/decline`, { reasonId: 'made-up' })), ['/reasonId']);
    assert.deepEqual(pointers(await office.ask(`/requests/${id}/decline`, {})), ['/reason']);
  });
});
