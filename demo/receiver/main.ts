import { createReceiver } from './receiver.js';

const { WEBHOOK_SECRET: secret, PORT: port = '4000', FILE: file = 'work-orders.json' } = process.env;

if (secret === undefined) {
  process.stderr.write('Set WEBHOOK_SECRET to the secret that the back office showed.\n');
  process.exit(1);
}
createReceiver({ secret, file }).listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`Work orders that come in at http://127.0.0.1:${port}/ are kept in ${file}.\n`);
});
