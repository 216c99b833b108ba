import type { Customer, Issue, PortalConfig, RequestType, Submission } from 'portal-request-form/contract';
import { normaliseSubmission, validateRequest } from 'portal-request-form/rules';
import { incomplete, Refusal, sessionExpired } from '../problem.js';
import { timeZoneOf } from './time-zone.js';

const LONGEST_LOCALE = 100;

/** A language is stored as a well-formed BCP 47 tag or not at all; one of the wrong type is refused for its shape. */
const localeIssues = (locale: unknown): Issue[] => {
  if (typeof locale !== 'string') return [];
  try {
    if (locale.length <= LONGEST_LOCALE && Intl.getCanonicalLocales(locale).length === 1) return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return [{ pointer: '/locale', code: 'locale' }];
};

/** The submission in the form in which it is stored, or a refusal with everything that is wrong with it. */
export const accept = (
  config: PortalConfig,
  { body, customer }: { readonly body: Record<string, unknown>; readonly customer: Customer | undefined },
  now: Date,
): { submission: Submission; type: RequestType } => {
  if (!customer && !config.access.guests) throw sessionExpired();
  const { configVersion, requestType } = body;
  if (typeof configVersion === 'string' && configVersion !== config.version) {
    throw new Refusal(409, 'configuration-changed', 'The settings of the portal have changed');
  }
  const submission = normaliseSubmission(config, body as Submission);
  const wanted = typeof requestType === 'string' ? requestType : '';
  const context = { now, timeZone: timeZoneOf(config), signedIn: customer !== undefined };
  const errors = [...localeIssues(submission.locale), ...validateRequest(config, wanted, submission, context)];
  const type = config.requestTypes.find(({ id }) => id === submission.requestType);
  if (errors.length > 0 || !type) throw incomplete(errors);
  return { submission, type };
};
