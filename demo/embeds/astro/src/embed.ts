import 'portal-request-form';

const [form, button, told] = [
  document.querySelector('portal-request-form'),
  document.querySelector('button'),
  document.querySelector('[role=status]'),
];
if (form && button && told) {
  const tell = (text: string) => (told.textContent = text);
  form.prefill = JSON.parse(form.dataset.known ?? '{}');
  form.addEventListener('portal-started', ({ detail }) => tell(`Started: ${detail.requestType}`));
  form.addEventListener('portal-submitted', ({ detail }) => tell(`Sent as ${detail.receipt.reference}`));
  button.addEventListener('click', () => {
    if (form.isConnected) form.remove();
    else button.after(form);
    button.textContent = form.isConnected ? 'Hide the form' : 'Show the form';
  });
}
