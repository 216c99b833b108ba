import type { OptionItem, OptionSource } from 'portal-request-form/contract';
import type { NewOption } from '../../office-contract/index.js';
import { filledIn } from './customer-form.js';
import type { AskedForm, FormField } from './form-dialog.js';

const NAMED: readonly FormField[] = [
  { name: 'label', label: 'options.label', isRequired: true, maxLength: 500 },
  { name: 'detail', label: 'options.detail', maxLength: 500 },
];

const ADDRESS: readonly FormField[] = [
  { name: 'address/postcode', label: 'address.postcode', isRequired: true, maxLength: 20 },
  { name: 'address/houseNumber', label: 'address.houseNumber', isRequired: true, maxLength: 20 },
  { name: 'address/addition', label: 'address.addition', maxLength: 20 },
  { name: 'address/street', label: 'address.street', isRequired: true, maxLength: 200 },
  { name: 'address/city', label: 'address.city', isRequired: true, maxLength: 200 },
  { name: 'address/country', label: 'address.country', isRequired: true, value: 'NL', maxLength: 2 },
  { name: 'label', label: 'options.label', maxLength: 500 },
  { name: 'detail', label: 'options.detail', maxLength: 500 },
];

const ID: FormField = { name: 'id', label: 'options.id', hint: 'options.id.hint', maxLength: 200 };

const AT_ADDRESS = 'address/';

/** What a control begins with. */
const valueOf = (name: string, { address, ...item }: OptionItem): string | undefined =>
  name.startsWith(AT_ADDRESS)
    ? (address as Partial<Record<string, string>> | undefined)?.[name.slice(AT_ADDRESS.length)]
    : (item as Partial<Record<string, string>>)[name];

/** What the controls say, as the server takes it. */
const optionOf = (values: Readonly<Record<string, string>>): NewOption => {
  const filled = Object.entries(filledIn(values));
  const inAddress = filled.filter(([name]) => name.startsWith(AT_ADDRESS));
  const address = Object.fromEntries(inAddress.map(([name, value]) => [name.slice(AT_ADDRESS.length), value]));
  const rest: NewOption = Object.fromEntries(filled.filter(([name]) => !name.startsWith(AT_ADDRESS)));
  const { country = '' } = address;
  const isAsked = Object.keys(values).some((name) => name.startsWith(AT_ADDRESS));
  return isAsked
    ? { ...rest, address: { ...address, country: country.toUpperCase() } as NonNullable<NewOption['address']> }
    : rest;
};

interface Saving {
  save(option: NewOption): Promise<void>;
  /** For what is there already. */
  remove(id: string): Promise<void>;
}

/** Asks for something that a customer can choose; where it lies, when it has an address. */
export const optionForm = (
  title: string,
  source: OptionSource,
  known: OptionItem | undefined,
  { save, remove }: Saving,
): AskedForm => {
  const fields = source === 'addresses' || known?.address ? ADDRESS : NAMED;
  return {
    title,
    fields: known ? fields.map((field) => ({ ...field, value: valueOf(field.name, known) })) : [...fields, ID],
    send: 'save',
    save: (values) => save(optionOf(values)),
    ...(known
      ? {
          removal: { label: 'options.remove', question: 'options.remove.question', remove: () => remove(known.id) },
        }
      : {}),
  };
};
