import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTokens } from '../../scripts/tokens.mjs';
import { themes } from '../../demo/playground/themes.js';

type Scheme = 'light' | 'dark';
type Colour = readonly [red: number, green: number, blue: number];

/** What a page is where it sets nothing. */
const PAGE = {
  light: { text: '#000000', background: '#ffffff' },
  dark: { text: '#ffffff', background: '#121212' },
} as const;

const defaults = new Map((await readTokens()).map(({ name = '', fallback = '' }) => [name, fallback]));

const parse = (text: string): Colour => {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  assert.ok(hex, `${text} is a colour that this test can read`);
  const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
  const [red = 0, green = 0, blue = 0] = (pairs ?? []).map((pair) => Number.parseInt(pair, 16) / 255);
  return [red, green, blue];
};

const inScheme = (value: string, scheme: Scheme): string => {
  const [, light, dark] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
  return (scheme === 'light' ? light : dark) ?? value;
};

/** WCAG 2: relative luminance and contrast ratio. */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Colours of a theme in a scheme, by token without its prefix; `hover` is the accent under the pointer. */
const paletteOf = (theme: string, scheme: Scheme): ((name: string) => Colour) => {
  const valueOf = (name: string): string => {
    const value = themes[theme]?.tokens[`--portal-${name}`] ?? defaults.get(`--portal-${name}`) ?? '';
    if (value === 'inherit') return PAGE[scheme].text;
    return value === 'transparent' ? PAGE[scheme].background : inScheme(value, scheme);
  };
  return (name) => {
    if (name !== 'hover') return parse(valueOf(name));
    const [accent, text] = [parse(valueOf('accent')), parse(valueOf('on-accent'))];
    const mixed = (at: 0 | 1 | 2): number => accent[at] * 0.88 + text[at] * 0.12;
    return [mixed(0), mixed(1), mixed(2)];
  };
};

/** What stands on what: texts at 4.5 to 1, borders and rings at 3 to 1. */
const PAIRS: readonly [front: string, behind: readonly string[], least: number][] = [
  ['text', ['background', 'surface', 'error-background'], 4.5],
  ['muted', ['background', 'surface'], 4.5],
  ['accent', ['background', 'surface'], 4.5],
  ['on-accent', ['accent', 'hover'], 4.5],
  ['control-text', ['control-background'], 4.5],
  ['control-border', ['background', 'surface', 'control-background'], 3],
  ['accent', ['control-background'], 3],
  ['error', ['background', 'surface', 'error-background', 'control-background'], 4.5],
  ['success', ['background'], 4.5],
];

describe('the colours of each theme', () => {
  for (const [theme, { scheme: only }] of Object.entries(themes)) {
    for (const scheme of only ? [only] : (['light', 'dark'] as const)) {
      test(`${theme}, ${scheme}: everything can be read`, () => {
        const colour = paletteOf(theme, scheme);
        const poor = PAIRS.flatMap(([front, behind, least]) =>
          behind.map((back) => ({ front, back, least, is: contrast(colour(front), colour(back)) })),
        ).filter(({ is, least }) => is < least);
        assert.deepEqual(
          poor.map(({ front, back, least, is }) => `${front} on ${back}: ${is.toFixed(2)} of ${String(least)}`),
          [],
        );
      });
    }
  }
});
