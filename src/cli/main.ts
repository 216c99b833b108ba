#!/usr/bin/env node
import { conformanceCommand } from './conformance.js';
import { importCommand } from './import.js';
import { lintCommand, type Io } from './lint.js';
import { verifyCommand } from './verify.js';

type Command = (args: readonly string[], io: Io) => Promise<number>;

/** The commands by name. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['lint', lintCommand],
  ['import', importCommand],
  ['verify', verifyCommand],
  ['conformance', conformanceCommand],
]);

const USAGE = `Usage: portal-request-form <command>

lint         says what is wrong with a portal's configuration, and how to mend it
import       makes a configuration from a form of Form.io, SurveyJS or JSON Schema
verify       says whether a proof of submission is authentic
conformance  says which promises of the contract a backend keeps

portal-request-form <command> --help tells more.`;

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error; // who reads only the first lines has gone by now
});

const [name = '', ...args] = process.argv.slice(2);
const command = commands.get(name);
if (command) process.exitCode = await command(args, io);
else {
  const isAsked = name === '--help' || name === '-h';
  (isAsked ? io.out : io.error)(isAsked || name === '' ? USAGE : `There is no command ${name}.\n\n${USAGE}`);
  process.exitCode = isAsked ? 0 : 2;
}
