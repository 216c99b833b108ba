import { candidates } from './candidates.js';
import { FORM_SIZE, formOf } from './form.js';
import { htmlOf } from './schemas/html.js';

/** A page that is loaded cold; the widget has more than one, for there is more than one way to embed it. */
export interface Load {
  readonly name: string;
  readonly title: string;
  readonly kind: 'floor' | 'widget' | 'peer';
  readonly host?: string;
  readonly body: string;
  /** Scripts and styles that the page names, without the path of what was built. */
  readonly head: string;
}

/** Where the parts of a candidate are once they are built: its script, and a style sheet if it has one. */
export type Built = ReadonlyMap<string, { readonly script: string; readonly style?: string }>;

/** Stands for the origin of the portal, which is another one than that of the page, as on most websites. */
export const PORTAL = 'https://portal.example.com';

const element = (portal: string): string =>
  `<portal-request-form endpoint="${PORTAL}/portals/${portal}" request-type="fault" lang="en"></portal-request-form>`;
export const module = (file: string): string => `<script type="module" src="${file}"></script>`;
export const ahead = (files: readonly string[]): string =>
  files.map((file) => `<link rel="modulepreload" href="${file}">`).join('');

export const ELEMENT = '/dist/portal-request-form.js';

const widgetLoads = (preloads: readonly string[]): readonly Load[] => {
  const common = { kind: 'widget', host: 'portal-request-form' } as const;
  const script = module(ELEMENT);
  const style = '<style>portal-request-form{display:flow-root;min-height:48rem}</style>';
  const configuration = `<link rel="preload" as="fetch" crossorigin="anonymous" href="${PORTAL}/portals/guests/config">`;
  return [
    { ...common, name: 'widget', title: 'portal-request-form', head: script, body: element('guests') },
    {
      ...common,
      name: 'widget-preload',
      title: '… with the preload snippet',
      head: configuration + ahead(preloads) + style + script,
      body: element('guests'),
    },
    {
      ...common,
      name: 'widget-sign-in',
      title: '… that begins with signing in',
      head: script,
      body: element('members'),
    },
    {
      ...common,
      name: 'widget-classic',
      title: '… as a classic script',
      head: '<script defer src="/dist/portal-request-form.classic.js"></script>',
      body: element('guests'),
    },
  ];
};

/** Every cold page. `preloads` are the modules that the widget needs before its first field. */
export const loadsOf = (built: Built, preloads: readonly string[]): readonly Load[] => [
  ...candidates
    .filter(({ kind }) => kind !== 'widget')
    .map(({ name, title, kind, host }) => {
      const { script = '', style } = built.get(name) ?? {};
      const place =
        name === 'html'
          ? `<div id="place">${htmlOf(formOf(FORM_SIZE))}</div>`
          : `<div id="place" data-schema="/schemas/${name}/${FORM_SIZE}.json"></div>`;
      const head = module(script) + (style ? `<link rel="stylesheet" href="${style}">` : '');
      return { name, title, kind, host, head, body: place };
    }),
  ...widgetLoads(preloads),
];
