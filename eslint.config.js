import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importZones } from './scripts/floors.mjs';

const browserCode = [
  'src/**/*.ts',
  'demo/*.ts',
  'demo/site/**/*.ts',
  'demo/playground/**/*.ts',
  'demo/docs/**/*.ts',
  'demo/back-office/**/*.ts',
];

const asText = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Texts are rendered as text: use a Lit template.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\.(innerHTML|outerHTML)=/]',
    message: 'Texts are rendered as text: use a Lit template.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A strict CSP refuses inline styles: use a class or a part.',
  },
];
const oneDispatcher = [
  {
    selector: "CallExpression[callee.property.name='dispatchEvent']",
    message: 'Events leave through emit() in src/events.ts.',
  },
];
const nothingShared = [
  {
    selector: "Program > VariableDeclaration[kind='let'], ExportNamedDeclaration > VariableDeclaration[kind='let']",
    message: 'Two elements on one page know nothing of each other: no state at module level.',
  },
  {
    selector:
      'Program > VariableDeclaration > VariableDeclarator[init.callee.name=/^(Map|Set|WeakMap|WeakSet)$/]' +
      ':not([id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly/])',
    message: 'Type it as ReadonlyMap or ReadonlySet: no state at module level.',
  },
];
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The caller says what time it is.' },
  {
    selector:
      "MemberExpression[object.name='Date'][property.name='now'], MemberExpression[object.name='Math'][property.name='random']",
    message: 'Pure code has no clock and no dice of its own.',
  },
];
const outsideWorld = [
  'window',
  'document',
  'navigator',
  'location',
  'fetch',
  'localStorage',
  'sessionStorage',
  'indexedDB',
].map((name) => ({ name, message: 'Pure code knows no browser: the controller or the element does this.' }));

export default defineConfig(
  {
    ignores: [
      'dist/',
      'demo/.build/',
      'demo/.data/',
      'demo/embeds/*/',
      '!demo/embeds/plain/',
      'types/',
      'coverage/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'], extensionAlias: { '.js': ['.ts', '.js'] } }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // length counts code points
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/consistent-indexed-object-style': 'off', // the name of a key says what it is
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // takes every generic of Hono for a mistake
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      'import-x/no-duplicates': 'error',
      'no-irregular-whitespace': ['error', { skipTemplates: true }], // French has spaces that do not break
      'no-eval': 'error',
      'no-implied-eval': 'off', // the typed rule does it
      'no-new-func': 'error',
      'no-restricted-exports': ['error', { restrictedNamedExports: ['data', 'info', 'manager', 'helper', 'utils'] }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts', 'scripts/**/*.mjs', 'test/**/*.ts'],
    rules: { 'max-lines': ['error', 250] },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts', 'scripts/**/*.mjs'],
    rules: { 'max-lines-per-function': ['error', 60], complexity: ['error', 12], 'max-depth': ['error', 3] },
  },
  {
    files: browserCode,
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'StepElement'] } },
    rules: {
      'lit/no-legacy-imports': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      'wc/guard-super-call': 'off', // the compiler knows what the base class has
      '@typescript-eslint/unbound-method': 'off', // Lit binds listeners to the element that renders them
      'lit-a11y/no-autofocus': 'off', // is how a dialog says where focus goes
      'lit-a11y/no-redundant-role': 'off', // a table shown as cards loses the roles it has by itself
      'no-restricted-syntax': ['error', ...asText],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [...importZones(), { target: './src/**', from: ['./demo/**', './test/**', './scripts/**'] }],
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: 'Import zod/mini: the whole of zod is 17 kB more.' },
            { name: 'lit/directives/unsafe-html.js', message: 'Texts are rendered as text.' },
            { name: 'lit/directives/unsafe-svg.js', message: 'Texts are rendered as text.' },
            { name: 'lit/directives/style-map.js', message: 'Use a class or a part.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...asText, ...oneDispatcher, ...nothingShared],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['src/contract/**/*.ts', 'src/rules/**/*.ts', 'src/state/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...outsideWorld],
      'no-restricted-syntax': ['error', ...asText, ...oneDispatcher, ...nothingShared, ...noClock],
    },
  },
  { files: ['demo/embeds/**/*.js'], languageOptions: { globals: { document: 'readonly' } } },
  { files: ['src/events.ts'], rules: { 'no-restricted-syntax': ['error', ...asText, ...nothingShared] } },
  {
    files: ['demo/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/src/**'], message: 'The demo uses the package by its own name, as others do.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // expect(…).to.be.true
      '@typescript-eslint/no-misused-spread': 'off', // texts of odd characters are the point
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: '@types/chai', name: 'Equal' }, // is only a promise where DOM is compared
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'performance',
          'URL',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'clearTimeout',
          'fetch',
          'AbortSignal',
          'module',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
