import type { Draft } from '../draft.js';
import { countOf, defined, get, isSet, stringOf } from '../json.js';
import { acceptOf, bytesOf, type Parts } from '../part.js';
import type { Located, Place } from './place.js';

type Make = (one: Located, place: Place) => Parts;

/** Files, or one file. */
export const file: Make = ({ component }) => [
  {
    type: 'file',
    initial: undefined,
    settings: defined({
      accept: isSet(get(component, 'image')) ? ['image/*'] : acceptOf(get(component, 'filePattern')),
      maxFiles: isSet(get(component, 'multiple')) ? countOf(get(component, 'validate', 'maxLength'), 1) : 1,
      maxBytes: bytesOf(get(component, 'fileMaxSize')),
    }),
  },
];

/** An address; which countries it may be in is seldom said. */
export const address: Make = ({ where, component }, { desk }) => {
  const found = /country:([a-z]{2})/i.exec(JSON.stringify(get(component, 'providerOptions') ?? ''))?.[1];
  if (found === undefined)
    desk.notes.leave(where, `countries of “${stringOf(get(component, 'label')) ?? ''}”`, 'country-default');
  return [
    { type: 'address', initial: undefined, settings: found === undefined ? {} : { countries: [found.toUpperCase()] } },
  ];
};

/** Names with a value each, as rows. */
export const map: Make = ({ where, component }, { isRow, words }) => {
  const row = (key: string, label: string): Draft => ({
    where,
    key,
    label,
    type: 'text',
    isRequired: true,
    visibleWhen: [],
  });
  const key = stringOf(get(component, 'key')) ?? 'map';
  const rows = [row(`${key}.name`, words.name), row(`${key}.value`, words.value)];
  return isRow ? 'nested-repeat' : [{ type: 'repeat', rows, initial: undefined }];
};
