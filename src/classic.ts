import { define } from './define.js';

const TAG = 'portal-request-form';

/** `data-target` names where the form goes; every other `data-` attribute of the script becomes one of the element. */
const embed = (script: HTMLScriptElement): void => {
  const attributes = Object.entries(script.dataset).filter(([name]) => name !== 'target');
  if (!script.dataset.endpoint) return;
  const element = document.createElement(TAG);
  for (const [name, value] of attributes) {
    element.setAttribute(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value ?? '',
    );
  }
  const target = script.dataset.target ? document.querySelector(script.dataset.target) : null;
  if (script.dataset.target && !target) {
    console.warn(`${TAG}: nothing on this page matches "${script.dataset.target}"; the form follows the script.`);
  }
  if (target) target.append(element);
  else script.after(element);
};

define();

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => {
      embed(script);
    });
  else embed(script);
}
