import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seedDemo } from '../../demo/server/seed.js';
import { conformanceCommand } from '../../src/cli/conformance.js';
import { onEachDatabase } from '../server/harness.js';

const CUSTOMER = ['--email', 'customer@example.com', '--password', 'portal-demo-1'];
const OTHER = ['--other-email', 'other@example.com', '--other-password', 'portal-demo-2'];

const run = async (...args: readonly string[]) => {
  const [out, error]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), error: (line: string) => error.push(line) };
  const code = await conformanceCommand(args, io);
  return { code, out, error: error.join('\n') };
};

onEachDatabase('portal-request-form conformance, against the reference server', (server) => {
  it('says that everything holds', async () => {
    await seedDemo(server().services);
    const { code, out } = await run(`${server().url}/api/portals/demo/`, ...CUSTOMER, ...OTHER);
    assert.deepEqual([code, out.filter((line) => !line.startsWith('holds')).length], [0, 1]);
    assert.match(out.at(-1) ?? '', /^(\d+) of \1 hold$/);
  });

  it('names what it could not look at without another customer, and what fails', async () => {
    await seedDemo(server().services);
    const { code, out } = await run(`${server().url}/api/portals/demo`, '--email', 'x@example.com', '--password', 'x');
    assert.equal(code, 1);
    assert.ok(out.includes('holds        gives a configuration that fits the contract and has no mistakes'));
    assert.ok(out.includes('fails        signs in with a password and says who it is'));
    assert.ok(out.some((line) => /^ +.*401 !== 200/.test(line)));
    const known = await run(`${server().url}/api/portals/demo`, ...CUSTOMER);
    assert.equal(known.code, 0);
    assert.match(known.out.at(-1) ?? '', /hold, \d+ not checked$/);
  });
});

describe('portal-request-form conformance', () => {
  const mistakes: readonly [string, string[], RegExp][] = [
    ['an endpoint that is no address', ['portal.json', ...CUSTOMER], /Name one endpoint/],
    ['no customer', ['http://localhost:1/api'], /Give the --email and the --password/],
    ['an option that there is not', ['http://localhost:1/api', '--token', 'x'], /--token/],
    ['a submission that is not there', ['http://localhost:1/a', ...CUSTOMER, '--submission', '/no.json'], /\/no\.json/],
    ['a backend that does not answer', ['http://127.0.0.1:1/api', ...CUSTOMER], /does not answer/],
  ];
  for (const [what, args, sentence] of mistakes) {
    it(`says what is wrong with ${what}`, async () => {
      const { code, error } = await run(...args);
      assert.equal(code, 2);
      assert.match(error, sentence);
      assert.match(error, /conformance --help tells more/);
    });
  }
});
