import * as z from 'zod/mini';
import { textSchema, type Issue, type PortalConfig } from 'portal-request-form/contract';
import { parseConfig, toPointer } from 'portal-request-form/rules';
import { settingsIssues, type OfficeSettings, type SettingsContent } from '../../office-contract/index.js';
import { Refusal } from '../problem.js';
import { ConfigurationError } from './configuration-error.js';
import { checkedConfig } from './publications.js';

const text = z.string().check(z.maxLength(500));

const officeSchema = z.strictObject({
  origins: z.array(text).check(z.maxLength(100)),
  mailbox: z.optional(z.string().check(z.maxLength(254))),
  needsApproval: z.boolean(),
  guestRequestTypes: z.optional(z.array(text).check(z.maxLength(200))),
  mailColour: z.optional(text),
  declineReasons: z.array(z.strictObject({ id: text, text: textSchema })).check(z.maxLength(100)),
  retention: z.optional(z.strictObject({ days: z.number(), action: z.enum(['delete', 'anonymise']) })),
});

const bodySchema = z.strictObject({
  content: z.strictObject({ config: z.record(z.string(), z.unknown()), office: officeSchema }),
});

/** What an editor could not even show; all else that is wrong with a draft waits until it is published. */
const SHAPELESS: ReadonlySet<string> = new Set(['required', 'type', 'option', 'field-type']);

const refused = (title: string, errors: readonly Issue[]): Refusal =>
  new Refusal(422, 'invalid-request', title, { errors });

/** No database takes a NUL, and nobody means the other control characters. */
const cleaned = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [cleaned(key), cleaned(one)]));
};

const codeOf = (code: string): string => (code === 'too_big' ? 'too-long' : 'type');

const shapeIssues = (error: z.core.$ZodError): Issue[] =>
  error.issues.flatMap((issue): Issue[] => {
    const path = issue.path.slice(1);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: toPointer([...path, key]), code: 'unknown-key' }))
      : [{ pointer: toPointer(path), code: codeOf(issue.code) }];
  });

const below = (issues: readonly Issue[]): Issue[] =>
  issues.map(({ pointer, code, params }) => ({ pointer: `/config${pointer}`, code, ...(params ? { params } : {}) }));

/** The content of a draft, as unfinished as it may be. Throws a 422 for another shape. */
export const readContent = (body: Record<string, unknown>): SettingsContent => {
  const parsed = bodySchema.safeParse(cleaned(body));
  if (!parsed.success) throw refused('These are no settings', shapeIssues(parsed.error));
  const { config, office } = parsed.data.content;
  const { version: _setWhenPublished, ...draft } = config;
  const { issues } = parseConfig({ ...draft, version: 'draft' });
  const shapeless = issues.filter(({ code }) => SHAPELESS.has(code));
  if (shapeless.length > 0) throw refused('These are no settings', below(shapeless));
  return { config: draft as SettingsContent['config'], office };
};

/** What a draft publishes as. Throws a 422 with all that keeps it from being published. */
export const publishable = (
  content: SettingsContent,
  version: string,
): { config: PortalConfig; office: OfficeSettings } => {
  const officeIssues = settingsIssues(content);
  try {
    const config = checkedConfig({ ...content.config, version });
    if (officeIssues.length > 0) throw refused('The settings cannot be published', officeIssues);
    return { config, office: content.office };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw refused('The settings cannot be published', [...below(error.issues), ...officeIssues]);
  }
};
