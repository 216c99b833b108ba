import { themeRuleOf, themes } from '../playground/themes.js';
import { copyable } from './copy.js';
import { EXAMPLE_PORTAL } from './example-portal.js';
import { choice, labelled, make, makeForm } from './make.js';
import { TOKEN, type PagePortals } from './page-portal.js';

interface Token {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

/** Tokens that most websites need; the others are folded away. */
const FIRST: ReadonlySet<string> = new Set(
  ['accent', 'on-accent', 'surface', 'radius', 'space', 'font', 'font-size'].map((name) => `--portal-${name}`),
);
const SCHEMES = [
  ['light dark', 'as the device'],
  ['light', 'light'],
  ['dark', 'dark'],
] as const;

const tokenInput = ({ name, default: fallback, description }: Token): HTMLInputElement =>
  make('input', { name, placeholder: fallback, title: description, spellcheck: 'false', autocomplete: 'off' });

const isColour = ({ default: value }: Token): boolean => /^(?:light-dark|#|rgb)/.test(value);

/** A picker that writes what was picked beside a token that is a colour. */
const picker = (token: Token, input: HTMLInputElement): HTMLInputElement => {
  const colour = make('input', { type: 'color', 'aria-label': `Pick ${token.name}` });
  colour.value = /#[\da-f]{6}/i.exec(token.default)?.[0] ?? '#888888';
  colour.addEventListener('input', () => {
    input.value = colour.value;
  });
  return colour;
};

const row = (token: Token, input: HTMLInputElement): HTMLElement =>
  make('div', { class: 'token' }, labelled(token.name, input), ...(isColour(token) ? [picker(token, input)] : []));

/** Inputs for the tokens, a theme to begin with, the form that follows, and the rule to copy. */
export const showTheming = (place: HTMLElement, portals: PagePortals): void => {
  const tokens = JSON.parse(place.dataset.tokens ?? '[]') as Token[];
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const theme = choice(Object.entries(themes).map(([name, { title }]) => [name, title]));
  const scheme = choice(SCHEMES);
  const inputs = new Map(tokens.map((token) => [token, tokenInput(token)]));
  const rule = make('pre', { tabindex: '0', 'aria-label': 'The rule to copy' });

  const show = (): void => {
    const written = [...inputs].flatMap(([{ name }, { value }]) => (value.trim() ? [[name, value.trim()]] : []));
    const text = themeRuleOf({
      tokens: Object.fromEntries(written) as Record<string, string>,
      parts: themes[theme.value]?.parts,
      scheme: scheme.value === 'light' || scheme.value === 'dark' ? scheme.value : undefined,
    });
    rule.textContent = text;
    sheet.replaceSync(
      `[data-live='theming'] .stage { color-scheme: ${scheme.value}; }\n${text.replaceAll('portal-request-form', '#themed')}`,
    );
  };
  const begin = (): void => {
    const set = themes[theme.value]?.tokens ?? {};
    for (const [{ name }, input] of inputs) input.value = set[name] ?? '';
    scheme.value = themes[theme.value]?.scheme ?? 'light dark';
    show();
  };
  const rows = (isFirst: boolean) =>
    [...inputs].filter(([{ name }]) => FIRST.has(name) === isFirst).map(([token, input]) => row(token, input));
  const controls = make(
    'form',
    { class: 'written', 'aria-label': 'Theme' },
    labelled('Begin with', theme),
    labelled('Light or dark', scheme),
    ...rows(true),
    make('details', {}, make('summary', {}, `All ${String(tokens.length)} tokens`), ...rows(false)),
  );
  theme.addEventListener('change', begin);
  controls.addEventListener('input', show);
  controls.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const form = makeForm(
    portals.open(EXAMPLE_PORTAL),
    { id: 'themed', 'no-drafts': true, 'request-type': 'fault' },
    TOKEN,
  );
  place.className = 'beside';
  place.replaceChildren(controls, make('div', {}, make('div', { class: 'stage' }, form), copyable(rule)));
  begin();
};
