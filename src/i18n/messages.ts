import type { MoreMessages } from './more-messages.js';

/** A sentence, or one for each plural category of the language (`zero` is used for exactly 0 where it is given). */
export type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

/** The sentences that are needed before there is a request. `{name}` stands for a parameter. */
export interface EntryMessages {
  readonly 'step.sign-in': string;
  readonly 'step.start': string;
  readonly 'step.details': string;
  readonly 'step.checklist': string;
  readonly 'step.submit': string;
  readonly 'step.confirmation': string;
  readonly 'step.heading': string;
  readonly 'step.list': string;
  readonly 'step.done': string;
  readonly loading: string;
  readonly 'sign-in': string;
  readonly 'sign-out': string;
  readonly 'sign-in.with-account': string;
  readonly 'sign-in.as-guest': string;
  readonly 'sign-in.again': string;
  readonly email: string;
  readonly password: string;
  readonly 'send-code': string;
  readonly code: string;
  readonly 'code.sent': string;
  readonly 'code.other': string;
  readonly guest: string;
  readonly 'guest.help': string;
  readonly 'reset.ask': string;
  readonly 'reset.sent': string;
  readonly 'signed-in.as': string;
  readonly 'guest.as': string;
  readonly 'failure.kept': string;
  readonly 'failure.retry': string;
  readonly 'failure.phone': string;
  readonly 'failure.email': string;
  readonly 'failure.by-itself': Plural;
  readonly 'failure.load.title': string;
  readonly 'failure.submit.title': string;
  readonly 'failure.title': string;
  readonly 'failure.offline': string;
  readonly 'failure.offline.load': string;
  readonly 'failure.timeout': string;
  readonly 'failure.unreadable': string;
  readonly 'failure.unavailable': string;
  readonly 'failure.rate-limited': string;
  readonly 'failure.in-progress': string;
  readonly 'failure.portal-closed': string;
  readonly 'failure.not-found': string;
  readonly 'failure.forbidden': string;
  readonly 'failure.session-expired': string;
  readonly 'failure.invalid-credentials': string;
  readonly 'failure.invalid-request': string;
  readonly 'failure.idempotency-mismatch': string;
  readonly 'failure.too-large': string;
  readonly 'failure.unsupported-file': string;
  readonly 'failure.configuration-changed': string;
  readonly 'failure.configuration-missing': string;
  readonly 'failure.configuration-invalid': string;
  readonly 'failure.chunk-missing': string;
}

/** The sentences of a request: they are loaded with its steps. */
export interface RequestMessages {
  readonly 'draft.saved': string;
  readonly 'draft.cannot': string;
  readonly 'draft.shared': string;
  readonly 'draft.share': string;
  readonly 'draft.keep': string;
  readonly 'draft.elsewhere': string;
  readonly 'draft.take-over': string;
  readonly 'sign-out.ask': string;
  readonly 'sign-out.keep': string;
  readonly 'sign-out.forget': string;
  readonly 'sign-out.stay': string;
  readonly 'config.changed': string;
  readonly 'config.added': string;
  readonly 'config.gone': string;
  readonly 'config.terms': string;
  readonly 'outbox.title': string;
  readonly 'outbox.text': string;
  readonly 'outbox.copy': string;
  readonly 'outbox.waiting': string;
  readonly 'outbox.refused': string;
  readonly 'outbox.delivered': string;
  readonly 'outbox.outdated': string;
  readonly working: string;
  readonly next: string;
  readonly back: string;
  readonly 'start.choose': string;
  readonly 'start.new': string;
  readonly 'start.none': string;
  readonly 'start.draft': string;
  readonly 'start.unfinished': string;
  readonly 'start.discard': string;
  readonly continue: string;
  readonly 'requests.title': string;
  readonly 'requests.none': string;
  readonly 'requests.more': string;
  readonly 'requests.reference': string;
  readonly 'requests.type': string;
  readonly 'requests.date': string;
  readonly 'requests.status': string;
  readonly 'status.submitted': string;
  readonly 'status.needs-info': string;
  readonly 'status.accepted': string;
  readonly 'status.declined': string;
  readonly 'status.withdrawn': string;
  readonly 'status.planned': string;
  readonly 'status.done': string;
  readonly 'details.mark-required': string;
  readonly 'details.mark-optional': string;
  readonly required: string;
  readonly optional: string;
  readonly 'field.missing': string;
  readonly choose: string;
  readonly 'characters.left': Plural;
  readonly 'characters.over': Plural;
  readonly 'file.add': string;
  readonly 'file.add-one': string;
  readonly 'file.camera': string;
  readonly 'file.kinds': string;
  readonly 'file.image': string;
  readonly 'file.video': string;
  readonly 'file.audio': string;
  readonly 'file.size': string;
  readonly 'file.progress': string;
  readonly 'file.pace': string;
  readonly 'file.cancel': string;
  readonly 'file.remove': string;
  readonly 'file.retry': string;
  readonly 'file.count': Plural;
  readonly 'file.failed': string;
  readonly 'checklist.progress': string;
  readonly 'checklist.open': Plural;
  readonly 'checklist.done': string;
  readonly 'checklist.yes': string;
  readonly 'checklist.no': string;
  readonly 'checklist.na': string;
  readonly 'checklist.note': string;
  readonly 'checklist.photos': string;
  readonly 'checklist.stop': string;
  readonly 'submit.check': string;
  readonly 'submit.change': string;
  readonly 'submit.change-what': string;
  readonly 'submit.nothing': string;
  readonly 'submit.you': string;
  readonly 'submit.terms': string;
  readonly 'submit.term-link': string;
  readonly 'submit.term-text': string;
  readonly 'submit.accepted': string;
  readonly 'submit.changed': string;
  readonly 'submit.send': string;
  readonly 'submit.sending': string;
  readonly 'submit.waiting': Plural;
  readonly 'submit.stop': string;
  readonly 'guest.name': string;
  readonly 'guest.email': string;
  readonly 'guest.phone': string;
  readonly 'confirmation.title': string;
  readonly 'confirmation.reference': string;
  readonly 'confirmation.copy': string;
  readonly 'confirmation.copied': string;
  readonly 'confirmation.next': string;
  readonly 'confirmation.next-text': string;
  readonly 'confirmation.follow': string;
  readonly 'confirmation.mail': string;
  readonly 'confirmation.print': string;
  readonly 'confirmation.proof': string;
  readonly 'confirmation.proof-saved': string;
  readonly 'confirmation.proof-failed': string;
  readonly 'confirmation.sent-at': string;
  readonly 'confirmation.summary': string;
  readonly 'summary.title': string;
  readonly 'issue.required': string;
  readonly 'issue.required.choice': string;
  readonly 'issue.required.check': string;
  readonly 'issue.required.file': string;
  readonly 'issue.required.terms': string;
  readonly 'issue.type': string;
  readonly 'issue.too-short': string;
  readonly 'issue.too-long': string;
  readonly 'issue.format': string;
  readonly 'issue.format.email': string;
  readonly 'issue.format.tel': string;
  readonly 'issue.format.url': string;
  readonly 'issue.format.postcode-nl': string;
  readonly 'issue.format.iban': string;
  readonly 'issue.format.kvk': string;
  readonly 'issue.pattern': string;
  readonly 'issue.min': string;
  readonly 'issue.max': string;
  readonly 'issue.step': string;
  readonly 'issue.number': string;
  readonly 'issue.date': string;
  readonly 'issue.time': string;
  readonly 'issue.date.min': string;
  readonly 'issue.date.max': string;
  readonly 'issue.option': string;
  readonly 'issue.too-few': string;
  readonly 'issue.too-many': string;
  readonly 'issue.file-type': string;
  readonly 'issue.file-size': string;
  readonly 'issue.attachment': string;
  readonly 'issue.file-empty': string;
  readonly 'issue.file-gone': string;
  readonly 'issue.upload-failed': string;
  readonly 'issue.file-location': string;
  readonly 'issue.terms-outdated': string;
  readonly 'issue.stopped': string;
  readonly 'issue.unknown': string;
}

/** Every sentence of the widget; each language has exactly these. */
export type Messages = EntryMessages & RequestMessages & MoreMessages;
export type { MoreMessages };
export type MessageKey = keyof Messages;

/** The parts that the sentences of a language are loaded in. */
export type TextPart = 'entry' | 'request';

const loaders = {
  nl: {
    entry: async () => (await import('./nl.js')).nl,
    request: async () => (await import('./nl-request.js')).nlRequest,
  },
  en: {
    entry: async () => (await import('./en.js')).en,
    request: async () => (await import('./en-request.js')).enRequest,
  },
} satisfies Record<string, { entry(): Promise<EntryMessages>; request(): Promise<RequestMessages> }>;

/** The languages that the widget speaks. */
export type Language = keyof typeof loaders;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(loaders, tag);

/** The language of a BCP 47 tag, if the widget speaks it: `nl-BE` is `nl`. */
export const languageOf = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return isLanguage(primary) ? primary : undefined;
};

/** Loads one part of the sentences of a language; each is a chunk of its own. */
export const loadMessages = (language: Language, part: TextPart): Promise<Partial<Messages>> =>
  loaders[language][part]() as Promise<Partial<Messages>>;
