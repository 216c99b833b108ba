import '/dist/portal-request-form.js';

const form = document.createElement('portal-request-form');
form.endpoint = '/api/portals/demo';
form.requestType = 'fault';
form.prefill = { 'contact-name': 'Sam Jansen', phone: '050 123 45 67' };

const told = document.querySelector('#told');
form.addEventListener('portal-ready', ({ detail }) => {
  told.textContent = `Ready, in ${detail.locale}.`;
});
form.addEventListener('portal-step-changed', ({ detail }) => {
  told.textContent = `Step ${detail.index} of ${detail.count}: ${detail.step}.`;
});
form.addEventListener('portal-submitted', ({ detail }) => {
  told.textContent = `Sent as ${detail.receipt.reference}.`;
});

document.querySelector('#place').replaceChildren(form);
