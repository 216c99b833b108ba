const form = document.querySelector('portal-request-form');
const button = document.querySelector('button');
const told = document.querySelector('[role=status]');

form.prefill = { installation: 'boiler', units: 2 };
form.addEventListener('portal-started', ({ detail }) => {
  told.textContent = `Started: ${detail.requestType}`;
});
form.addEventListener('portal-submitted', ({ detail }) => {
  told.textContent = `Sent as ${detail.receipt.reference}`;
});
button.addEventListener('click', () => {
  if (form.isConnected) form.remove();
  else button.after(form);
  button.textContent = form.isConnected ? 'Hide the form' : 'Show the form';
});
