const cell = (text = '') => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (text) => (text === undefined || text === '' ? '' : `\`${cell(text)}\``);

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const slot = ({ name, description }) => [name ? code(name) : '(default)', cell(description)];
const isCancelable = ({ description = '' }) => description.includes('cancelable');
/** `CustomEvent<{…}>` -> `{…}` */
const detail = ({ type }) => type.text.replace(/^CustomEvent<(.*)>$/s, '$1');
const optional = (text = '') => text.replace(/ \| undefined$/, '');

export const eventsTable = ({ events }) =>
  table(
    ['event', 'detail', 'cancelable', 'when'],
    events.map((event) => [
      code(event.name),
      code(detail(event)),
      isCancelable(event) ? 'yes' : '',
      cell(event.description),
    ]),
  );

export const tokensTable = ({ cssProperties }) =>
  table(
    ['token', 'value when the website sets nothing', 'what for'],
    cssProperties.map(({ name, default: fallback, description }) => [code(name), code(fallback), cell(description)]),
  );

export const partsTable = ({ cssParts }) =>
  table(
    ['part', 'what'],
    cssParts.map(({ name, description }) => [code(name), cell(description)]),
  );

export const slotsTable = ({ slots }) => table(['slot', 'what'], slots.map(slot));

export const attributesTable = ({ attributes }) =>
  table(
    ['attribute', 'property', 'type', 'meaning'],
    attributes.map(({ name, fieldName, type, description }) => [
      code(name),
      code(fieldName),
      code(optional(type?.text)),
      cell(description),
    ]),
  );

const signature = ({ name, parameters = [], return: returned }) =>
  `${name}(${parameters.map((one) => `${one.name}: ${one.type?.text ?? 'unknown'}`).join(', ')}): ${returned?.type?.text ?? 'void'}`;

/** Properties and methods. */
export const apiPage = ({ members }) => {
  const properties = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    '## Properties',
    table(
      ['property', 'type', 'default', 'meaning'],
      properties.map(({ name, type, default: initial, readonly, description }) => [
        code(name),
        code(optional(type?.text)),
        code(initial),
        cell(`${description ?? ''}${readonly ? ' Read only.' : ''}`),
      ]),
    ),
    '## Methods',
    table(
      ['method', 'what it does'],
      methods.map((method) => [code(signature(method)), cell(method.description)]),
    ),
  ].join('\n\n');
};

/** Codes with their sentences. */
export const codesTable = (sentences) =>
  table(
    ['code', 'what it says'],
    Object.entries(sentences).map(([name, sentence]) => [code(name), cell(sentence)]),
  );

/** The worked themes: what each is, how it looks, and the rules that make it. */
export const themesPage = ({ themes, themeRule }) =>
  Object.entries(themes)
    .map(([name, { title, says }]) =>
      [
        `### ${title}`,
        says,
        ['sign-in', 'details'].map((step) => `![${title}: ${step}](images/themes/${name}-${step}.png)`).join('\n'),
        ...(name === 'plain' ? [] : [`\`\`\`css\n${themeRule(name)}\n\`\`\``]),
      ].join('\n\n'),
    )
    .join('\n\n');
