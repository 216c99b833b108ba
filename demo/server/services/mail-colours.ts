const HEX = /^#[\da-f]{6}$/i;
const DARK = '#000000';
const LIGHT = '#ffffff';
const USUAL = '#1f4e79';

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** The relative luminance of a `#rrggbb`, as WCAG 2 counts it. */
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** How far two colours are apart, from 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** The colour of a portal's mails, and what can be read best upon it; the usual one for no colour, or none that can be read. */
export const mailColours = (colour: string | undefined): { readonly ground: string; readonly on: string } => {
  const ground = colour !== undefined && HEX.test(colour) ? colour : USUAL;
  return { ground, on: contrast(ground, LIGHT) >= contrast(ground, DARK) ? LIGHT : DARK };
};
