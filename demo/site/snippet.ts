const SCRIPT = 'script[src$="/portal-request-form.js"]';
const FORM = 'portal-request-form';

/** Attributes that the form writes itself, so nobody has to. */
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set(['step', 'open']);

const attribute = ({ name, value }: Attr): string => (value === '' ? name : `${name}="${value}"`);

const tag = (element: Element): string => {
  const attributes = [...element.attributes].filter(({ name }) => !OWN_ATTRIBUTES.has(name)).map(attribute);
  return `<${[element.localName, ...attributes].join(' ')}></${element.localName}>`;
};

/** The two lines that embed this form with the script at an address. */
export const embedTags = (script: string, form: Element): string[] => [
  `<script type="module" src="${script}"></script>`,
  tag(form),
];

/** The two lines with which this very page embeds the form, read from the page. */
export const readSnippet = (): string =>
  [document.querySelector(SCRIPT), document.querySelector(FORM)]
    .filter((element) => element !== null)
    .map(tag)
    .join('\n');
