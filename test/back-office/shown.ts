import { until } from '../harness.js';

/** Waits for a button with this text. */
export const button = (root: HTMLElement, name: string): Promise<HTMLButtonElement> =>
  until(name, () => [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name));

/** Waits until this is said somewhere. */
export const says = (root: HTMLElement, text: string): Promise<boolean> =>
  until(text, () => root.textContent.replace(/\s+/g, ' ').includes(text));
