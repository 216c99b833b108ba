import { portalConfigSchema } from './config.js';
import { codeSentSchema, currentSessionSchema, passwordResetSchema, sessionSchema, signInSchema } from './session.js';
import { draftContentSchema, draftListSchema, draftSchema, draftSummarySchema } from './draft.js';
import { handoverCodeSchema, handoverSessionSchema, takeHandoverSchema } from './handover.js';
import { optionPageSchema } from './options.js';
import { keySetSchema } from './receipt-proof.js';
import { replySchema } from './reply.js';
import {
  historyEntrySchema,
  messageSchema,
  receiptSchema,
  requestDetailSchema,
  requestPageSchema,
  submissionSchema,
} from './submission.js';

/** One call of the contract, relative to the endpoint; the OpenAPI document is made from these rows. */
export const routes = {
  config: { method: 'GET', path: '/config', answers: { 200: portalConfigSchema }, problems: [404, 503] },
  keys: { method: 'GET', path: '/keys', answers: { 200: keySetSchema }, problems: [404, 503] },
  signIn: {
    method: 'POST',
    path: '/session',
    body: signInSchema,
    answers: { 200: sessionSchema, 202: codeSentSchema },
    problems: [400, 401, 429, 503],
  },
  session: { method: 'GET', path: '/session', answers: { 200: currentSessionSchema }, problems: [401, 503] },
  signOut: { method: 'DELETE', path: '/session', answers: { 204: undefined }, problems: [503] },
  passwordReset: {
    method: 'POST',
    path: '/password-reset',
    body: passwordResetSchema,
    answers: { 202: undefined },
    problems: [400, 429, 503],
  },
  requests: { method: 'GET', path: '/requests', answers: { 200: requestPageSchema }, problems: [401, 503] },
  submit: {
    method: 'POST',
    path: '/requests',
    body: submissionSchema,
    idempotent: true,
    answers: { 200: receiptSchema, 201: receiptSchema },
    problems: [400, 401, 403, 409, 413, 422, 429, 503],
  },
  request: { method: 'GET', path: '/requests/{id}', answers: { 200: requestDetailSchema }, problems: [401, 404, 503] },
  addMessage: {
    method: 'POST',
    path: '/requests/{id}/messages',
    body: messageSchema,
    idempotent: true,
    answers: { 200: historyEntrySchema, 201: historyEntrySchema },
    problems: [400, 401, 404, 409, 413, 422, 429, 503],
  },
  reply: {
    method: 'POST',
    path: '/requests/{id}/replies',
    body: replySchema,
    idempotent: true,
    answers: { 200: receiptSchema, 201: receiptSchema },
    problems: [400, 401, 403, 404, 409, 413, 422, 429, 503],
  },
  withdraw: {
    method: 'POST',
    path: '/requests/{id}/withdraw',
    answers: { 200: historyEntrySchema },
    problems: [401, 403, 404, 409, 429, 503],
  },
  options: {
    method: 'GET',
    path: '/options/{source}',
    answers: { 200: optionPageSchema },
    problems: [400, 401, 404, 429, 503],
  },
  drafts: { method: 'GET', path: '/drafts', answers: { 200: draftListSchema }, problems: [401, 404, 503] },
  draft: { method: 'GET', path: '/drafts/{id}', answers: { 200: draftSchema }, problems: [401, 404, 503] },
  keepDraft: {
    method: 'PUT',
    path: '/drafts/{id}',
    body: draftContentSchema,
    answers: { 200: draftSummarySchema, 201: draftSummarySchema },
    problems: [400, 401, 404, 409, 412, 413, 422, 428, 429, 503],
  },
  handOver: {
    method: 'POST',
    path: '/drafts/{id}/handover',
    answers: { 201: handoverCodeSchema },
    problems: [401, 403, 404, 429, 503],
  },
  takeOver: {
    method: 'POST',
    path: '/handover',
    body: takeHandoverSchema,
    answers: { 200: handoverSessionSchema },
    problems: [400, 404, 429, 503],
  },
  removeDraft: { method: 'DELETE', path: '/drafts/{id}', answers: { 204: undefined }, problems: [401, 404, 503] },
} as const;
export type RouteName = keyof typeof routes;
