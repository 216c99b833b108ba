import type { DiagnosisKey } from '../i18n/diagnosis.js';

/** What the portal's address gave when it was called from this page. */
export type Answer =
  | { readonly kind: 'none' }
  /** It answers, but this page may not read it. */
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read';
      readonly status: number;
      readonly isPortal: boolean;
      readonly fieldTypes: readonly string[];
    };

/** What is known of a page, the form in it, and the portal that it names. */
export interface Facts {
  /** The absolute address; empty when there is none. */
  readonly endpoint: string;
  /** Of the page: `null` for one without an origin of its own. */
  readonly origin: string;
  readonly answer: Answer;
  readonly violations: readonly { readonly directive: string; readonly blocked: string }[];
  readonly keeps: boolean;
  /** The addresses of the form's scripts, each as often as it is in the page. */
  readonly scripts: readonly string[];
  readonly missingChunks: readonly string[];
  /** How many seconds the device's clock is ahead of the server's, if the server told its time. */
  readonly ahead?: number;
  /** The field types that this release knows. */
  readonly known: ReadonlySet<string>;
}

/** One thing that is wrong: which, with what, and the line to change or to write. */
export interface Finding {
  readonly cause: Exclude<DiagnosisKey, 'title' | 'fine' | 'who'>;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly line?: string;
}

const CLOCK_TOLERANCE = 300;
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]/;

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : address);
const tag = (endpoint: string): string => `<portal-request-form endpoint="${endpoint}">`;

const isMixed = ({ endpoint, origin }: Facts): boolean =>
  origin.startsWith('https:') && endpoint.startsWith('http:') && !LOCAL.test(endpoint);

const address = ({ endpoint, answer }: Facts): Finding[] => {
  if (!/^https?:/.test(endpoint))
    return [{ cause: 'address-missing', line: tag('https://portal.example.com/api/portals/NAME') }];
  if (answer.kind !== 'read' || answer.isPortal) return [];
  const { origin } = new URL(endpoint);
  return [
    {
      cause: 'address-wrong',
      params: { url: endpoint, status: answer.status },
      line: tag(`${origin}/api/portals/NAME`),
    },
  ];
};

const policy = ({ violations }: Facts): Finding[] =>
  violations.map(({ directive, blocked }) => {
    const allowed = directive.startsWith('trusted-types') ? 'lit-html' : originOf(blocked);
    return {
      cause: 'policy',
      params: { directive, blocked },
      line: `Content-Security-Policy: ${directive.replace(/-elem$/, '')} ${allowed}`,
    };
  });

/** Why there is no answer that can be read; a policy explains it already. */
const connection = (facts: Facts): Finding[] => {
  const { answer, endpoint, origin, violations } = facts;
  if (answer.kind === 'read' || !/^https?:/.test(endpoint) || violations.length > 0) return [];
  if (isMixed(facts)) return [{ cause: 'mixed-content', line: tag(endpoint.replace('http:', 'https:')) }];
  if (answer.kind === 'none')
    return [{ cause: 'unreachable', params: { host: new URL(endpoint).host }, line: tag(endpoint) }];
  return origin === 'null'
    ? [{ cause: 'no-origin', line: '<iframe sandbox="allow-scripts allow-forms allow-same-origin" …>' }]
    : [{ cause: 'cross-origin', line: origin }];
};

const storage = ({ keeps, origin }: Facts): Finding[] => {
  if (keeps) return [];
  const line = origin === 'null' ? { line: '<iframe sandbox="allow-scripts allow-forms allow-same-origin" …>' } : {};
  return [{ cause: 'storage', ...line }];
};

const scripts = ({ scripts: [first, ...others], missingChunks }: Facts): Finding[] => [
  ...(first !== undefined && others.length > 0
    ? [
        {
          cause: 'loaded-twice' as const,
          params: { count: others.length + 1 },
          line: others.map((one) => `<script src="${one}">`).join('\n'),
        },
      ]
    : []),
  ...(missingChunks.length > 0 ? [{ cause: 'version-chunk' as const, line: missingChunks.join('\n') }] : []),
];

const clock = ({ ahead = 0 }: Facts): Finding[] =>
  Math.abs(ahead) > CLOCK_TOLERANCE ? [{ cause: 'clock', params: { minutes: Math.round(Math.abs(ahead) / 60) } }] : [];

const fields = ({ answer, known }: Facts): Finding[] => {
  const types = answer.kind === 'read' ? answer.fieldTypes.filter((type) => !known.has(type)) : [];
  return types.length > 0 ? [{ cause: 'version-fields', params: { types: [...new Set(types)].join(', ') } }] : [];
};

const causes = [address, policy, connection, storage, scripts, clock, fields] as const;

/** Everything that is wrong, what keeps the form away first; nothing when all is well. */
export const findCauses = (facts: Facts): Finding[] => causes.flatMap((find) => find(facts));
