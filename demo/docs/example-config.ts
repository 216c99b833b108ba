/** How a part of a configuration becomes a whole one. */
export interface Whole {
  readonly config: object;
  /** Where the part stands in the whole, as a JSON pointer. */
  readonly at: string;
}

const TYPE = { id: 'example', label: 'Example', sections: [], checklist: [], terms: [] };

const wholeWith = (more: object): object => ({
  version: '1',
  portal: { name: 'Example', locale: 'en', locales: ['en'] },
  access: { signIn: [], guests: true },
  requestTypes: [],
  ...more,
});
const ofType = (more: object): object => wholeWith({ requestTypes: [{ ...TYPE, ...more }] });
const QUESTION = { id: 'question', fields: [{ id: 'description', type: 'textarea', label: 'What is it about?' }] };
const FIRST = '/requestTypes/0';

const PARTS: Readonly<Record<string, (part: object) => Whole>> = {
  configuration: (config) => ({ config, at: '' }),
  portal: (portal) => ({
    config: wholeWith({ portal, requestTypes: [{ ...TYPE, sections: [QUESTION] }] }),
    at: '/portal',
  }),
  access: (access) => ({
    config: wholeWith({ access, requestTypes: [{ ...TYPE, sections: [QUESTION] }] }),
    at: '/access',
  }),
  requestType: (type) => ({ config: wholeWith({ requestTypes: [type] }), at: FIRST }),
  section: (section) => ({ config: ofType({ sections: [section] }), at: `${FIRST}/sections/0` }),
  checklistItem: (item) => ({ config: ofType({ checklist: [item] }), at: `${FIRST}/checklist/0` }),
  term: (term) => ({ config: ofType({ terms: [term] }), at: `${FIRST}/terms/0` }),
};

/** The smallest configuration around a part of one; a part that is not in the list above is a field. */
export const wholeAround = (name: string, part: object): Whole =>
  PARTS[name]?.(part) ?? {
    config: ofType({ sections: [{ id: 'section', fields: [part] }] }),
    at: `${FIRST}/sections/0/fields/0`,
  };
