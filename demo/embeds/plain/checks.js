/* Everything that a page can give the form and hear from it, and all of it changed by one button. */
const form = document.querySelector('portal-request-form');
const toggle = document.querySelector('#toggle');
const output = document.querySelector('output');
let isSecond = false;

const heard = [];
const hear = (what) => {
  heard.push(what);
  output.textContent = heard.join(', ');
};
const nobody = () => Promise.resolve(null);

Object.assign(form, {
  prefill: { impact: ['noise', 'leak'] },
  messages: { guest: 'As a guest' },
  tokenProvider: nobody,
});
form.addEventListener('portal-ready', () => {
  hear('portal-ready');
  hear('imperative portal-ready');
});
form.addEventListener('portal-started', ({ detail }) => hear(`portal-started ${detail.requestType}`));
form.addEventListener('portal-step-change', (event) => {
  if (isSecond) event.preventDefault();
  hear(`portal-step-change ${event.detail.to}`);
});

document.querySelector('#change').addEventListener('click', () => {
  isSecond = true;
  form.setAttribute('lang', 'nl');
  form.setAttribute('request-type', 'maintenance');
  form.toggleAttribute('no-drafts', true);
  Object.assign(form, {
    prefill: { units: 3 },
    messages: { guest: 'Without an account' },
    tokenProvider: () => Promise.resolve(null),
  });
  const [text, footer] = form.children;
  text.textContent = 'Second text';
  footer.textContent = 'Second footer';
  const header = document.createElement('p');
  header.slot = 'header';
  header.textContent = 'Added header';
  form.append(header);
});
toggle.addEventListener('click', () => {
  if (form.isConnected) form.remove();
  else toggle.after(form);
});
