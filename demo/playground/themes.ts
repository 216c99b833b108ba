type Declarations = Readonly<Record<string, string>>;

/** How a form is made to look like a website: tokens, and a few rules for parts where tokens do not reach. */
export interface Theme {
  readonly title: string;
  readonly says: string;
  readonly tokens: Declarations;
  /** By name of a part, with a pseudo-class where it has one. */
  readonly parts?: Readonly<Record<string, Declarations>>;
  /** For a website that is light or dark only. */
  readonly scheme?: 'light' | 'dark';
}

/** A token that is absent keeps the form's own value. Values in `light-dark()` serve websites that are both. */
export const themes: Readonly<Record<string, Theme>> = {
  plain: {
    title: 'Plain',
    says: 'Nothing is set: the font and the colour of the text are those of the page.',
    tokens: {},
  },
  bootstrap: {
    title: 'As a site made with Bootstrap',
    says: 'Its greys and its blue, a shade deeper where that blue could not be read; borders that can be seen.',
    tokens: {
      '--portal-accent': 'light-dark(#0b5ed7, #8bb9fe)',
      '--portal-on-accent': 'light-dark(#ffffff, #031633)',
      '--portal-text': 'light-dark(#212529, #dee2e6)',
      '--portal-muted': 'light-dark(#565e64, #adb5bd)',
      '--portal-surface': 'light-dark(#f8f9fa, #2b3035)',
      '--portal-control-background': 'light-dark(#ffffff, #212529)',
      '--portal-control-text': 'light-dark(#212529, #dee2e6)',
      '--portal-control-border': 'light-dark(#7d858d, #868e96)',
      '--portal-line': 'light-dark(#dee2e6, #495057)',
      '--portal-error': 'light-dark(#b02a37, #ea868f)',
      '--portal-error-background': 'light-dark(#f8d7da, #2c0b0e)',
      '--portal-success': 'light-dark(#146c43, #75b798)',
      '--portal-font': 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
      '--portal-radius': '0.375rem',
      '--portal-focus-width': '4px',
    },
    parts: { heading: { 'font-weight': '500' }, 'button-primary': { 'font-weight': '400' } },
  },
  material: {
    title: 'As a Material app',
    says: 'Tonal cards with a shadow, buttons that are round, inputs that are not.',
    tokens: {
      '--portal-accent': 'light-dark(#65558f, #d0bcfe)',
      '--portal-on-accent': 'light-dark(#ffffff, #381e72)',
      '--portal-text': 'light-dark(#1d1b20, #e6e0e9)',
      '--portal-muted': 'light-dark(#49454f, #cac4d0)',
      '--portal-surface': 'light-dark(#f7f2fa, #211f26)',
      '--portal-control-background': 'light-dark(#ffffff, #141218)',
      '--portal-control-text': 'light-dark(#1d1b20, #e6e0e9)',
      '--portal-control-border': 'light-dark(#79747e, #938f99)',
      '--portal-line': 'light-dark(#cac4d0, #49454f)',
      '--portal-error': 'light-dark(#b3261e, #f2b8b5)',
      '--portal-error-background': 'light-dark(#f9dedc, #601410)',
      '--portal-success': 'light-dark(#2e6b3e, #95d5a3)',
      '--portal-font': 'Roboto, system-ui, sans-serif',
      '--portal-target': '3rem',
      '--portal-radius': '0.75rem',
      '--portal-shadow': '0 1px 2px rgb(0 0 0 / 20%), 0 1px 3px 1px rgb(0 0 0 / 8%)',
    },
    parts: {
      heading: { 'font-weight': '400' },
      button: { 'border-radius': '999px', 'padding-inline': '1.5rem', 'font-weight': '500' },
      control: { 'border-radius': '0.25rem' },
    },
  },
  municipality: {
    title: 'As a Dutch municipality',
    says: 'After the NL Design System: large type, square corners, firm borders, and a focus that nobody overlooks. Light only.',
    scheme: 'light',
    tokens: {
      '--portal-accent': '#00567a',
      '--portal-on-accent': '#ffffff',
      '--portal-text': '#1c2b33',
      '--portal-muted': '#4c5b63',
      '--portal-background': '#ffffff',
      '--portal-surface': '#eef5f8',
      '--portal-control-background': '#ffffff',
      '--portal-control-text': '#1c2b33',
      '--portal-control-border': '#5b6b74',
      '--portal-line': '#c3d3da',
      '--portal-error': '#a4121c',
      '--portal-error-background': '#fdf0f0',
      '--portal-success': '#1d6435',
      '--portal-font': '"Source Sans 3", "Fira Sans", "Noto Sans", sans-serif',
      '--portal-font-size': '1.125rem',
      '--portal-line-height': '1.6',
      '--portal-radius': '0',
      '--portal-border-width': '2px',
      '--portal-target': '3rem',
    },
    parts: {
      heading: { color: '#00567a' },
      'button:focus-visible': { outline: '3px dotted #000', 'box-shadow': '0 0 0 5px #ffd84a' },
      'control:focus-visible': { outline: '3px dotted #000', 'box-shadow': '0 0 0 5px #ffd84a' },
    },
  },
  dark: {
    title: 'Dark',
    says: 'For a website that is dark whatever the device prefers, with a background of its own.',
    scheme: 'dark',
    tokens: {
      '--portal-accent': '#6fe0c0',
      '--portal-on-accent': '#04241b',
      '--portal-text': '#e8eef4',
      '--portal-muted': '#a9b6c3',
      '--portal-background': '#101820',
      '--portal-surface': '#1a2530',
      '--portal-control-background': '#0b1219',
      '--portal-control-text': '#f2f6fa',
      '--portal-control-border': '#74869a',
      '--portal-line': '#33424f',
      '--portal-error': '#ffa79e',
      '--portal-error-background': '#3a1816',
      '--portal-success': '#8fe3b0',
      '--portal-radius': '0.625rem',
      '--portal-backdrop': 'rgb(0 0 0 / 75%)',
    },
    parts: { form: { padding: 'clamp(0.5rem, 3vw, 1.5rem)', 'border-radius': '1rem' } },
  },
};

const ruleOf = (selector: string, declarations: Declarations): string =>
  [`${selector} {`, ...Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`), '}'].join('\n');

const TAG = 'portal-request-form';

/** The rules that put tokens and rules for parts on the form, as they would stand in a stylesheet. */
export const themeRuleOf = ({ tokens, parts = {}, scheme }: Pick<Theme, 'tokens' | 'parts' | 'scheme'>): string => {
  const own = { ...(scheme ? { 'color-scheme': scheme } : {}), ...tokens };
  if (Object.keys(own).length === 0) return '/* no theme: every token has its own value */';
  const inside = Object.entries(parts).map(([part, declarations]) => {
    const [name = part, state] = part.split(':');
    return ruleOf(`${TAG}::part(${name})${state ? `:${state}` : ''}`, declarations);
  });
  return [ruleOf(TAG, own), ...inside].join('\n\n');
};

/** The rules of a worked theme. */
export const themeRule = (name: string): string => themeRuleOf(themes[name] ?? { tokens: {} });
