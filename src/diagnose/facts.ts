import type { FieldType } from '../contract/index.js';
import type { Answer, Facts } from './causes.js';

const KNOWN = {
  text: true,
  textarea: true,
  email: true,
  tel: true,
  url: true,
  number: true,
  date: true,
  time: true,
  select: true,
  radio: true,
  checkboxes: true,
  checkbox: true,
  file: true,
  signature: true,
  appointment: true,
  address: true,
  lookup: true,
  repeat: true,
  note: true,
} as const satisfies Record<FieldType, true>;

/** What the first script has too; a chunk that shared it would split that script. */
const partsOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Record<string, unknown>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The types of all fields, whatever else there is in a configuration. */
const fieldTypesOf = (config: unknown): string[] =>
  listOf(partsOf(config).requestTypes)
    .flatMap((type) => listOf(partsOf(type).sections))
    .flatMap((section) => listOf(partsOf(section).fields))
    .flatMap((field) => [field, ...listOf(partsOf(field).fields)])
    .map((field) => String(partsOf(field).type));

const TIME_LIMIT = 10_000;

interface Probe {
  readonly answer: Answer;
  readonly ahead?: number;
}

const read = async (response: Response): Promise<Probe> => {
  const config: unknown = await response.json().catch(() => undefined);
  const date = Date.parse(response.headers.get('Date') ?? '');
  const isPortal = response.ok && Array.isArray(partsOf(config).requestTypes);
  return {
    answer: { kind: 'read', status: response.status, isPortal, fieldTypes: fieldTypesOf(config) },
    ...(Number.isNaN(date) ? {} : { ahead: (Date.now() - date) / 1000 }),
  };
};

/** Calls the portal as the form does, and where that fails once more without wanting to read what comes. */
const probe = async (endpoint: string): Promise<Probe> => {
  if (!endpoint) return { answer: { kind: 'none' } };
  const call = (mode: RequestMode) =>
    fetch(`${endpoint}/config`, {
      mode,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIME_LIMIT),
    });
  try {
    return await read(await call('cors'));
  } catch {
    const answer = await call('no-cors').then(
      () => ({ kind: 'unreadable' }) as const,
      () => ({ kind: 'none' }) as const,
    );
    return { answer };
  }
};

const keepsSomething = (): boolean => {
  try {
    const name = 'portal-request-form:diagnose';
    sessionStorage.setItem(name, '');
    sessionStorage.removeItem(name);
    return indexedDB instanceof IDBFactory;
  } catch {
    return false; // that it is refused is the answer
  }
};

const SCRIPT = /\/portal-request-form(?:\.classic)?(?:[-.@][\w.-]+)?\.js(?:\?|$)/;

/** The form's scripts: those with a tag, and those that a script of the page imported. */
const scriptsOf = (): string[] => {
  const tags = [...document.scripts].map(({ src }) => src).filter((src) => SCRIPT.test(src));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const imported = new Set(loaded.filter((name) => SCRIPT.test(name) && !tags.includes(name)));
  return [...tags.filter((src, index) => src.includes('classic') || tags.indexOf(src) === index), ...imported];
};

const missingChunks = (): string[] =>
  (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name, responseStatus }) => /\/chunks\/[\w-]+\.js/.test(name) && responseStatus >= 400)
    .map(({ name }) => name);

const A_MOMENT = 100;

/** Looks at the page, at the device and at the portal of this address. */
export const gatherFacts = async (endpoint: string): Promise<Facts> => {
  const violations = new Map<string, { directive: string; blocked: string }>();
  const note = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce')
      violations.set(effectiveDirective + new URL(blockedURI, document.baseURI).origin, {
        directive: effectiveDirective,
        blocked: blockedURI,
      });
  };
  document.addEventListener('securitypolicyviolation', note);
  const found = await probe(endpoint);
  await new Promise((resolve) => setTimeout(resolve, A_MOMENT)); // a refusal is told after the call has failed
  document.removeEventListener('securitypolicyviolation', note);
  return {
    endpoint,
    origin: globalThis.origin,
    ...found,
    violations: [...violations.values()],
    keeps: keepsSomething(),
    scripts: scriptsOf(),
    missingChunks: missingChunks(),
    known: new Set(Object.keys(KNOWN)),
  };
};
