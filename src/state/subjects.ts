import type { Address, Field, OptionSource } from '../contract/index.js';
import { isRecord } from '../rules/index.js';
import { rowsOf } from './rows.js';
import { sentAnswer, type View } from './view.js';

/** What can break down or be worked at; a contact is nobody's subject. */
const PLACES: ReadonlySet<OptionSource> = new Set<OptionSource>(['assets', 'addresses', 'projects']);

/** How many subjects are asked about. */
const MOST = 5;

/** An address as the portal knows it: `9712AB-12-A`; nothing when it does not name one door. */
const addressWord = ({ postcode, houseNumber, addition }: Partial<Address>): string | undefined =>
  postcode && houseNumber
    ? [postcode, houseNumber, addition].filter(Boolean).join('-').replace(/\s/g, '').toUpperCase()
    : undefined;

const named = (field: Field, answer: unknown): (string | undefined)[] => {
  if (field.type === 'repeat') {
    return rowsOf(answer).flatMap((row) => field.fields.flatMap((one) => named(one, row[one.id])));
  }
  if (!isRecord(answer)) return [];
  if (field.type === 'address') return [addressWord(answer)];
  const { id } = answer;
  return field.type === 'lookup' && PLACES.has(field.source) && typeof id === 'string' ? [id] : [];
};

/** What a request is about, as `GET /requests?about=` takes it: ids of choices, and addresses. */
export const subjectsOf = (view: View): readonly string[] => {
  const fields = view.type?.sections.flatMap((section) => section.fields) ?? [];
  const all = fields.flatMap((field) => named(field, sentAnswer(view, field.id)));
  return [...new Set(all.filter((word) => word !== undefined))].slice(0, MOST);
};
