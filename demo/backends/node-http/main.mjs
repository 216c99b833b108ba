import { readFile } from 'node:fs/promises';
import { openJournal } from './journal.mjs';
import { createBackend } from './server.mjs';

const { PORT = '4100', FILE, ORIGINS = 'http://localhost:*,http://127.0.0.1:*' } = process.env;

const read = async (name) => JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));

const server = createBackend({
  config: await read('portal.json'),
  customers: await read('customers.json'),
  choices: await read('choices.json'),
  journal: await openJournal(FILE),
  basePath: '/api',
  origins: ORIGINS.split(','),
  mail: ({ to, text }) => console.log(`To ${to}: ${text}`),
  log: console.error,
});

server.listen(Number(PORT), () => {
  console.log(`The endpoint is http://localhost:${server.address().port}/api`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close().closeAllConnections());
