/** What each theme sets; a token that is absent keeps the form's own value. */
export const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: {},
  forest: {
    '--portal-accent': 'light-dark(#1c6b3c, #7fd6a4)',
    '--portal-on-accent': 'light-dark(#fff, #06210f)',
    '--portal-radius': '1rem',
    '--portal-surface': 'light-dark(#eef6f0, #17251c)',
  },
  plum: {
    '--portal-accent': 'light-dark(#7a1f6b, #f0a6e2)',
    '--portal-on-accent': 'light-dark(#fff, #330428)',
    '--portal-heading-font': 'Georgia, "Times New Roman", serif',
  },
  blueprint: {
    '--portal-accent': 'light-dark(#00429b, #9cc4ff)',
    '--portal-on-accent': 'light-dark(#fff, #001c44)',
    '--portal-font': 'ui-monospace, "Cascadia Code", Consolas, monospace',
    '--portal-radius': '0',
    '--portal-border-width': '2px',
  },
  large: {
    '--portal-font-size': '1.25rem',
    '--portal-target': '3.5rem',
    '--portal-space': '0.75rem',
  },
};

/** The rule that puts a theme on the form, as it would stand in a stylesheet. */
export const themeRule = (name: string): string => {
  const tokens = Object.entries(themes[name] ?? {}).map(([token, value]) => `  ${token}: ${value};`);
  return tokens.length > 0
    ? ['portal-request-form {', ...tokens, '}'].join('\n')
    : '/* no theme: every token has its own value */';
};
