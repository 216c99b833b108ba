/** How often something may be tried within a window; `seconds` is the length of the window. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

export interface Limits {
  /** Failed sign-ins for one account from one client address. */
  readonly guessesPerAccountAndClient: Limit;
  /** Failed sign-ins for one account from anywhere. */
  readonly guessesPerAccount: Limit;
  /** Failed sign-ins from one client address, for any account. */
  readonly guessesPerClient: Limit;
  /** Mails with a code or a link to one e-mail address. */
  readonly mailsPerAccount: Limit;
  /** Mails with a code or a link asked for by one client address. */
  readonly mailsPerClient: Limit;
  /** Requests and uploads begun without an account, by one client address. */
  readonly guestPostsPerClient: Limit;
  /** Look-ups of a Dutch address, by one client address. */
  readonly addressLookupsPerClient: Limit;
  /** Messages that one customer adds to requests. */
  readonly messagesPerCustomer: Limit;
  /** How often the drafts of one customer are kept. */
  readonly draftsPerCustomer: Limit;
  /** Codes with which one customer hands drafts over to another device. */
  readonly handoversPerCustomer: Limit;
  /** Codes of that kind that one client address tries in vain. */
  readonly handoverTriesPerClient: Limit;
  /** Links to one request that one client address tries in vain. */
  readonly linkTriesPerClient: Limit;
}

const TEN_MINUTES = 600;

export const DEFAULT_LIMITS: Limits = {
  guessesPerAccountAndClient: { count: 10, seconds: TEN_MINUTES },
  guessesPerAccount: { count: 100, seconds: TEN_MINUTES },
  guessesPerClient: { count: 50, seconds: TEN_MINUTES },
  mailsPerAccount: { count: 10, seconds: TEN_MINUTES },
  mailsPerClient: { count: 60, seconds: TEN_MINUTES },
  guestPostsPerClient: { count: 600, seconds: TEN_MINUTES },
  addressLookupsPerClient: { count: 300, seconds: TEN_MINUTES },
  messagesPerCustomer: { count: 60, seconds: TEN_MINUTES },
  draftsPerCustomer: { count: 1_200, seconds: TEN_MINUTES },
  handoversPerCustomer: { count: 60, seconds: TEN_MINUTES },
  handoverTriesPerClient: { count: 30, seconds: TEN_MINUTES },
  linkTriesPerClient: { count: 120, seconds: TEN_MINUTES },
};

/** How passwords are turned into what is kept of them. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(kept: { hash: string; password: string }): Promise<boolean>;
}

/** A bucket of an S3-compatible store. */
export interface Bucket {
  readonly name: string;
  /** AWS itself when left out. */
  readonly endpoint?: string;
  readonly region: string;
}

export interface Settings {
  /** Origin under which people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly isProduction: boolean;
  /** Whether the demo is there: its portals, its accounts, and the pages that show it. */
  readonly isDemo: boolean;
  /** Signs sessions. */
  readonly authSecret: string;
  /** Addresses or networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Folder of the uploaded files, whose disk has to have room; nothing where they go to a bucket. */
  readonly attachmentFolder?: string;
  readonly limits: Limits;
  /** Addresses and networks (`10.0.0.0/8`) inside the own network that webhooks may call, also without TLS. */
  readonly webhookNetworks: readonly string[];
  /** scrypt at its full cost when left out. */
  readonly passwords?: Passwords;
}

/** What the process is told by its environment. */
export interface Environment {
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly authSecret: string | undefined;
  /** A private Ed25519 key in PEM. */
  readonly signingKey: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly bucket: Bucket | undefined;
  readonly trustedProxies: readonly string[];
  readonly webhookNetworks: readonly string[];
  readonly isProduction: boolean;
  /** Whether the demo is there: its portals, its accounts, whose passwords are public, and its pages. */
  readonly isDemo: boolean;
}

/** Says which variable is wrong and how. */
export class EnvironmentError extends Error {}

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new EnvironmentError(`PORT is not a port: ${text}`);
  return port;
};

const originOf = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new EnvironmentError(`PUBLIC_URL is not an http or https URL: ${text}`);
  }
  return new URL(text).origin;
};

const bucketOf = (given: (name: string) => string | undefined): Bucket | undefined => {
  const name = given('S3_BUCKET');
  const endpoint = given('S3_ENDPOINT');
  if (name === undefined) return undefined;
  if (endpoint !== undefined && !/^https?:\/\/./.test(endpoint)) {
    throw new EnvironmentError(`S3_ENDPOINT is not an http or https URL: ${endpoint}`);
  }
  return { name, region: given('AWS_REGION') ?? 'us-east-1', ...(endpoint === undefined ? {} : { endpoint }) };
};

const yesOrNo = (name: string, text: string): boolean => {
  if (text !== 'yes' && text !== 'no') throw new EnvironmentError(`${name} is neither yes nor no: ${text}`);
  return text === 'yes';
};

const listOf = (text = ''): string[] => text.split(',').flatMap((one) => one.trim() || []);

const SHORTEST_SECRET = 32;

/** Reads the environment; empty variables count as unset. Throws an `EnvironmentError` that names the variable. */
export const readEnvironment = (env: NodeJS.ProcessEnv, defaultDataFolder: string): Environment => {
  const given = (name: string): string | undefined => env[name]?.trim() || undefined;
  const port = portOf(given('PORT') ?? '3000');
  const authSecret = given('AUTH_SECRET');
  const isProduction = given('NODE_ENV') === 'production';
  if (isProduction && !authSecret) throw new EnvironmentError('AUTH_SECRET is required in production');
  if (authSecret && authSecret.length < SHORTEST_SECRET) {
    throw new EnvironmentError(`AUTH_SECRET needs at least ${SHORTEST_SECRET} characters`);
  }
  return {
    port,
    publicUrl: originOf(given('PUBLIC_URL') ?? `http://localhost:${port}`),
    databaseUrl: given('DATABASE_URL'),
    dataFolder: given('DATA_DIR') ?? defaultDataFolder,
    authSecret,
    signingKey: given('SIGNING_KEY')?.replaceAll('\\n', '\n'),
    smtpUrl: given('SMTP_URL'),
    bucket: bucketOf(given),
    trustedProxies: listOf(given('TRUSTED_PROXIES')),
    webhookNetworks: listOf(given('WEBHOOK_ALLOWED_NETWORKS')),
    isProduction,
    isDemo: yesOrNo('DEMO_ACCOUNTS', given('DEMO_ACCOUNTS') ?? (isProduction ? 'no' : 'yes')),
  };
};
