import type { Submission } from 'portal-request-form/contract';

const SUBMISSION: Submission = {
  requestType: 'fault',
  configVersion: '1',
  locale: 'nl',
  answers: {
    installation: 'boiler',
    description: 'De ketel maakt sinds gisteren een tikkend geluid en er komt geen warm water meer uit de kraan.',
    impact: ['no-hot-water', 'noise'],
    postcode: '9712 AB',
    'house-number': '12a',
    'contact-name': 'Jan de Vries',
    phone: '0612345678',
  },
  checklist: {
    'gas-smell': { answer: 'no' },
    power: { answer: 'yes' },
    pressure: { answer: 'yes' },
    access: { answer: 'done' },
  },
  terms: { general: { version: '2026-01', accepted: true }, privacy: { version: '3', accepted: true } },
  guest: { name: 'Jan de Vries', email: 'jan@example.com' },
};

const BODY = JSON.stringify(SUBMISSION);

/** A finished request of a guest, as the form sends it. */
export const submissionBody = (): string => BODY;
