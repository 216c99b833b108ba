import assert from 'node:assert/strict';
import { OPTION_SOURCES, optionPageSchema, type OptionItem, type PortalConfig } from '../../contract/index.js';
import {
  ask,
  choicesOf,
  configOf,
  firstChoices,
  refusal,
  send,
  signIn,
  submissionsFor,
  type Backend,
  type Check,
} from './backend-calls.js';

const MOST_PAGES = 50;

const allChoices = async (backend: Backend, token: string, source: string): Promise<OptionItem[]> => {
  const found: OptionItem[] = [];
  let path: string | undefined = source;
  for (let page = 0; path !== undefined && page < MOST_PAGES; page += 1) {
    const { items, nextCursor }: Awaited<ReturnType<typeof choicesOf>> = await choicesOf(backend, token, path);
    found.push(...items);
    path = nextCursor && `${source}?cursor=${encodeURIComponent(nextCursor)}`;
  }
  return found;
};

/** The lookup fields that stand in the request itself, with the request type they belong to. */
const lookupsOf = ({ requestTypes }: PortalConfig) =>
  requestTypes.flatMap(({ id: type, sections }) =>
    sections
      .flatMap(({ fields }) => fields)
      .flatMap((field) => (field.type === 'lookup' && !field.visibleWhen ? [{ ...field, requestType: type }] : [])),
  );

const isDutch = ({ address }: OptionItem): boolean => address?.country === 'NL' && address.city !== '';

/** What a backend gives to choose from, and to whom. */
export const optionChecks: readonly Check[] = [
  {
    name: 'gives choices to customers only, and knows no other sources',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      for (const source of OPTION_SOURCES) {
        refusal(await ask(backend, `/options/${source}`), 401, 'session-expired');
        await choicesOf(backend, token, source);
      }
      refusal(await ask(backend, '/options/no-such-source', { token }), 404, 'not-found');
    },
  },
  {
    name: 'gives every choice once, over as many pages as it takes',
    run: async (backend) => {
      for (const who of [backend.customer, backend.other]) {
        const token = await signIn(backend, who);
        for (const source of OPTION_SOURCES) {
          const ids = (await allChoices(backend, token, source)).map(({ id }) => id);
          assert.equal(new Set(ids).size, ids.length, source);
        }
      }
    },
  },
  {
    name: 'finds a choice by its label, whatever the case',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      for (const [source, { id, label }] of await firstChoices(backend, token)) {
        for (const query of [label, label.toUpperCase(), label.toLowerCase()]) {
          const { items } = await choicesOf(backend, token, `${source}?query=${encodeURIComponent(query)}`);
          assert.ok(
            items.some((item) => item.id === id),
            query,
          );
        }
      }
    },
  },
  {
    name: "refuses another customer's choice in a request",
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const others = await signIn(backend, backend.other);
      for (const { id, source, requestType } of lookupsOf(await configOf(backend))) {
        const submission = (await submissionsFor(backend, token)).find((one) => one.requestType === requestType);
        const own = new Set((await allChoices(backend, token, source)).map((item) => item.id));
        const foreign = (await allChoices(backend, others, source)).find((item) => !own.has(item.id));
        if (!foreign || !submission) continue;
        const answers = { ...submission.answers, [id]: { id: foreign.id, label: foreign.label } };
        const { errors } = refusal(await send(backend, { ...submission, answers }, token), 422, 'invalid-request');
        assert.deepEqual(errors, [{ pointer: `/answers/${id}`, code: 'option' }]);
      }
    },
  },
  {
    name: 'looks Dutch addresses up for everyone: none for one that nobody knows, a refusal for nonsense',
    run: async (backend) => {
      const lookUp = (postcode: string, houseNumber: string) =>
        ask(backend, `/options/addresses?${String(new URLSearchParams({ postcode, houseNumber }))}`);
      const unknown = await lookUp('9999 ZZ', '99999');
      assert.equal(unknown.status, 200);
      assert.deepEqual(optionPageSchema.parse(unknown.json).items, []);
      const known = await lookUp('9712ab', '12');
      assert.ok(optionPageSchema.parse(known.json).items.every(isDutch));
      for (const [postcode, houseNumber] of [
        ['12', '12'],
        ['9712 AB', 'x'],
      ] as const) {
        const nonsense = await lookUp(postcode, houseNumber);
        refusal(nonsense, nonsense.status === 422 ? 422 : 400, 'invalid-request');
      }
    },
  },
];
