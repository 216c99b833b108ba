// Compiles the snippets of documents: those of JavaScript and TypeScript against the package, those of frameworks as syntax.
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../root.mjs';

/** What snippets leave to the page or the server around them. */
const AROUND = `
import type { PortalRequestForm } from 'portal-request-form';
import type { PortalConfig, Submission } from 'portal-request-form/contract';
declare global {
  const form: PortalRequestForm;
  const config: PortalConfig;
  const submission: Submission;
  const body: Submission;
  const json: unknown;
  const idempotencyKey: string;
  const analytics: { track(name: string, more: object): void };
  const problem: (status: number, code: string, errors: readonly object[]) => Response;
  const storeOnce: (key: string, submission: Submission, digest: string) => Promise<object>;
  const vue: (options: object) => unknown;
}
`;
const ELSEWHERE = `declare module 'https://*';\ndeclare module '@angular/core';\n`;

/** Part of a handler: the function around it is not shown. */
const RETURN_OUTSIDE = 1108;

const OPTIONS = {
  ...ts.convertCompilerOptionsFromJson(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config.compilerOptions,
    root,
  ).options,
  types: [],
  strict: false, // what is shown is short; that names and shapes are right is the point
  noImplicitOverride: false,
  checkJs: true,
  noEmit: true,
};

const LANGUAGES = { js: 'js', ts: 'ts' };
/** Which part of a snippet is script, by language; types of frameworks are not here. */
const SCRIPTS = {
  tsx: (text) => [text],
  vue: (text) => [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script),
};
SCRIPTS.svelte = SCRIPTS.vue;
SCRIPTS.astro = SCRIPTS.vue;

const say = (messageText) => ts.flattenDiagnosticMessageText(messageText, ' ');

const syntaxMistakes = (text) =>
  ts
    .transpileModule(text, {
      reportDiagnostics: true,
      fileName: 'snippet.tsx',
      compilerOptions: { jsx: ts.JsxEmit.Preserve },
    })
    .diagnostics.map(({ messageText }) => say(messageText));

/** A program of files that are nowhere but here, among those of the project. */
const programOf = (files) => {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...more) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), ...more) : getSourceFile(name, ...more);
  return ts.createProgram([...files.keys()], OPTIONS, host);
};

/**
 * What the compiler says of snippets; nothing of other languages.
 *
 * @param {{ file: string, language: string, text: string }[]} snippets
 * @returns {{ file: string, message: string }[]}
 */
export const typeMistakes = (snippets) => {
  const files = new Map([
    [join(root, 'around-snippets.d.ts'), AROUND],
    [join(root, 'elsewhere.d.ts'), ELSEWHERE],
  ]);
  const owners = new Map();
  for (const [index, { file, language, text }] of snippets.entries()) {
    if (!(language in LANGUAGES)) continue;
    const name = join(root, `snippet-${index}.${LANGUAGES[language]}`);
    files.set(name, `${text}\nexport {};\n`);
    owners.set(name, file);
  }
  const program = programOf(files);
  const typed = [...owners].flatMap(([name, file]) => {
    const source = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter(({ code }) => code !== RETURN_OUTSIDE)
      .map(({ messageText }) => ({ file, message: say(messageText) }));
  });
  const parsed = snippets.flatMap(({ file, language, text }) =>
    (SCRIPTS[language]?.(text) ?? []).flatMap(syntaxMistakes).map((message) => ({ file, message })),
  );
  return [...typed, ...parsed];
};
