// Writes from custom-elements.json what frameworks and editors read: types for JSX, Vue and Svelte, custom data for VS Code, web-types.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

const TAG = 'portal-request-form';
const NOTE = '// Made by `npm run docs` from custom-elements.json.';

const words = (text = '') => text.replace(/\s+/g, ' ').trim();
const isSettable = ({ kind, readonly }) => kind === 'field' && !readonly;
const isBoolean = ({ type }) => type?.text === 'boolean';

/** The attributes that a page may write; `step` is written by the element itself. */
const writableAttributes = ({ attributes, members }) => {
  const readOnly = members.filter(({ readonly }) => readonly).map(({ name }) => name);
  return attributes.filter(({ name }) => !readOnly.includes(name));
};

const line = (name, isOptional, type, description) =>
  `  /** ${words(description)} */\n  ${/^\w+$/.test(name) ? name : `'${name}'`}${isOptional ? '?' : ''}: ${type};`;

const propertyLines = ({ members }) =>
  members
    .filter(isSettable)
    .map(({ name, description }) => line(name, name !== 'endpoint', `PortalRequestForm['${name}']`, description));

/** Those whose name is not that of a property. */
const attributeLines = (element) =>
  writableAttributes(element)
    .filter(({ name, fieldName }) => fieldName && name !== fieldName)
    .map((one) =>
      line(one.name, true, isBoolean(one) ? "boolean | ''" : `PortalRequestForm['${one.fieldName}']`, one.description),
    );

const listenerLines = ({ events }, prefix) =>
  events.map(({ name, description }) =>
    line(prefix(name), true, `(event: CustomEvent<PortalEvents['${name}']>) => void`, description),
  );

const settings = (element, prefix) =>
  [
    'interface Settings {',
    ...propertyLines(element),
    ...attributeLines(element),
    ...listenerLines(element, prefix),
    '}',
  ].join('\n');

const module = (imports, element, prefix, augmentation) => `${NOTE}
${imports}
import type { PortalEvents, PortalRequestForm } from '${TAG}';

export * from '${TAG}';

${settings(element, prefix)}

${augmentation}
`;

const reactTypes = (element) =>
  module(
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    element,
    (name) => `on${name}`,
    `declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${TAG}': Settings &
        Omit<DetailedHTMLProps<HTMLAttributes<PortalRequestForm>, PortalRequestForm>, keyof Settings>;
    }
  }
}`,
  );

const vueTypes = (element) =>
  module(
    "import type { HTMLAttributes, PublicProps } from 'vue';",
    element,
    (name) => `on-${name}`.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    `declare module 'vue' {
  interface GlobalComponents {
    '${TAG}': new () => PortalRequestForm & { $props: Settings & Omit<HTMLAttributes, keyof Settings> & PublicProps };
  }
}`,
  );

const svelteTypes = (element) =>
  module(
    "import type { HTMLAttributes } from 'svelte/elements';",
    element,
    (name) => `on${name}`,
    `declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${TAG}': Settings & Omit<HTMLAttributes<PortalRequestForm>, keyof Settings>;
  }
}`,
  );

const markdown = (value) => ({ kind: 'markdown', value: words(value) });
/** `'url' | undefined` -> ['url'] */
const choices = ({ type }) => [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, choice]) => choice);

const vsCodeHtml = (element) => ({
  version: 1.1,
  tags: [
    {
      name: TAG,
      description: markdown(element.description),
      attributes: writableAttributes(element).map((one) => ({
        name: one.name,
        description: markdown(one.description),
        ...(isBoolean(one) ? { valueSet: 'v' } : {}),
        ...(choices(one).length > 0 ? { values: choices(one).map((name) => ({ name })) } : {}),
      })),
    },
  ],
});

const vsCodeCss = ({ cssProperties }) => ({
  version: 1.1,
  properties: cssProperties.map(({ name, description }) => ({ name, description: markdown(description) })),
});

const named = ({ name, description }) => ({ name, description: words(description) });

const webTypes = (element, version) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: TAG,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: TAG,
          description: words(element.description),
          attributes: writableAttributes(element).map((one) => ({
            ...named(one),
            value: isBoolean(one) ? { kind: 'no-value' } : { type: one.type?.text ?? 'string' },
          })),
          slots: element.slots.map(named),
          js: {
            properties: element.members
              .filter(({ kind }) => kind === 'field')
              .map((one) => ({ ...named(one), type: one.type.text, ...(one.readonly ? { 'read-only': true } : {}) })),
            events: element.events.map(named),
          },
          css: { properties: element.cssProperties.map(named), parts: element.cssParts.map(named) },
        },
      ],
    },
  },
});

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** What has to stand in each of these files, before it is formatted, by name. */
export const frameworkFiles = async (element) => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return {
    'types/react.d.ts': reactTypes(element),
    'types/vue.d.ts': vueTypes(element),
    'types/svelte.d.ts': svelteTypes(element),
    'types/vscode.html-custom-data.json': json(vsCodeHtml(element)),
    'types/vscode.css-custom-data.json': json(vsCodeCss(element)),
    'types/web-types.json': json(webTypes(element, version)),
  };
};
