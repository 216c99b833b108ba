import type {
  Address,
  AppointmentChoice,
  Field,
  LookupAnswer,
  RequestType,
  Submission,
  Text,
} from 'portal-request-form/contract';
import type { WorkOrderMapping, WorkOrderPart } from '../../office-contract/index.js';
import type { Contact } from '../store/schema.js';
import { textIn } from './texts.js';

/** What most back-office systems want to know of a work order; what a request does not tell is left out. */
export interface WorkOrderFields {
  readonly reference: string;
  readonly typeOfWork: { readonly id: string; readonly label: string };
  readonly description?: string;
  /** `YYYY-MM-DD` */
  readonly deadline?: string;
  /** `id` and `label` for an address that the customer chose from those the office knows. */
  readonly workAddress?: Partial<Address> & Partial<LookupAnswer>;
  /** `id` for a contact that the customer chose from those the office knows. */
  readonly contact: {
    readonly name: string;
    readonly email?: string;
    readonly phone?: string;
    readonly company?: string;
    readonly id?: string;
  };
  readonly project?: LookupAnswer;
}

/** What a request holds, of which the fields are made. */
export interface MappedRequest {
  readonly reference: string;
  readonly title: Text;
  readonly portalLocale: string;
  readonly contact: Contact;
  readonly submission: Pick<Submission, 'answers'>;
}

const fieldsOf = (type: RequestType): readonly Field[] => type.sections.flatMap(({ fields }) => fields);

const isLookup = (field: Field, source: string): boolean => field.type === 'lookup' && field.source === source;
const isPostcode = (field: Field): boolean => field.type === 'text' && field.format === 'postcode-nl';
const isNameField = (field: Field): boolean => field.type === 'text' && field.autocomplete === 'name';
const isHouseNumber = ({ id, type }: Field): boolean =>
  (type === 'text' || type === 'number') && /house-?number|huisnummer/i.test(id);

/** A date that can be a day to come; one that ends today asks when something began. */
const isFuture = (field: Field): boolean => field.type === 'date' && !/^today(?:-\d+d)?$/.test(field.max ?? '');

/** Which fields can be a part, the most fitting kind first. */
const KINDS: Record<WorkOrderPart, readonly ((field: Field) => boolean)[]> = {
  description: [
    ({ type }) => type === 'textarea',
    ({ type, id }) => type === 'text' && /descr|omschr|subject/i.test(id),
  ],
  deadline: [({ type }) => type === 'appointment', isFuture],
  workAddress: [({ type }) => type === 'address', (field) => isLookup(field, 'addresses'), isPostcode],
  contact: [(field) => isLookup(field, 'contacts'), isNameField],
  project: [(field) => isLookup(field, 'projects')],
};

/** What an office may choose besides what is found by itself. */
const ALSO: Partial<Record<WorkOrderPart, (field: Field) => boolean>> = {
  description: ({ type }) => type === 'text',
  deadline: ({ type }) => type === 'date',
  contact: ({ type }) => type === 'text',
};

/** The fields of a request type that can be this part of a work order. */
export const fittingFields = (type: RequestType, part: WorkOrderPart): Field[] =>
  fieldsOf(type).filter((field) => KINDS[part].some((is) => is(field)) || ALSO[part]?.(field));

/** The field that is taken while the office chose none: the first of the most fitting kind. */
export const foundField = (type: RequestType, part: WorkOrderPart): Field | undefined => {
  for (const is of KINDS[part]) {
    const found = fieldsOf(type).find(is);
    if (found) return found;
  }
  return undefined;
};

interface Answered {
  readonly field: Field;
  readonly answer: unknown;
}

const createAnswers = (type: RequestType, { submission }: MappedRequest, mapping: WorkOrderMapping) => {
  const answers = new Map(Object.entries(submission.answers));
  const chosen = (part: WorkOrderPart): Field | undefined => {
    const id = mapping[part];
    if (id === 'none') return undefined;
    return fittingFields(type, part).find((field) => field.id === id) ?? foundField(type, part);
  };
  return {
    part: (part: WorkOrderPart): Answered | undefined => {
      const field = chosen(part);
      const answer = field && answers.get(field.id);
      return field === undefined || answer === undefined ? undefined : { field, answer };
    },
    /** The first answer to a field like this. */
    first: (is: (field: Field) => boolean): unknown =>
      fieldsOf(type)
        .filter(is)
        .map(({ id }) => answers.get(id))
        .find((answer) => answer !== undefined),
  };
};

type Answers = ReturnType<typeof createAnswers>;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;

const given = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

const deadlineOf = ({ part }: Answers): string | undefined => {
  const found = part('deadline');
  if (found?.field.type !== 'appointment') return textOf(found?.answer);
  return (found.answer as readonly AppointmentChoice[])[0]?.date;
};

const addressOf = ({ part, first }: Answers): WorkOrderFields['workAddress'] => {
  const found = part('workAddress');
  if (!found) return undefined;
  if (found.field.type !== 'text') return found.answer as Address | LookupAnswer;
  return { postcode: String(found.answer), ...given('houseNumber', textOf(first(isHouseNumber))) };
};

const contactOf = ({ part, first }: Answers, { contact }: MappedRequest): WorkOrderFields['contact'] => {
  const found = part('contact');
  const { name, email, phone, company } = contact;
  const about = {
    ...given('email', textOf(first(({ type }) => type === 'email')) ?? textOf(email)),
    ...given('phone', textOf(first(({ type }) => type === 'tel')) ?? textOf(phone)),
    ...given('company', company),
  };
  if (found?.field.type !== 'lookup') return { name: textOf(found?.answer) ?? name, ...about };
  const { id, label } = found.answer as LookupAnswer;
  return { id, name: label, ...given('company', company) };
};

/**
 * The usual fields of a work order from the answers of a request. What the office did not decide in `mapping` is found by
 * the kinds of the fields: the first appointment or day to come is the deadline, the first text of several lines the
 * description, an address (or a postcode with a house number) the work address, and so on.
 */
export const workOrderFields = (
  type: RequestType,
  request: MappedRequest,
  mapping: WorkOrderMapping = {},
): WorkOrderFields => {
  const answers = createAnswers(type, request, mapping);
  const label = textIn(request.title, request.portalLocale, request.portalLocale);
  const description =
    textOf(answers.part('description')?.answer) ?? (mapping.description === 'none' ? undefined : label);
  const workAddress = addressOf(answers);
  const project = answers.part('project')?.answer as LookupAnswer | undefined;
  return {
    reference: request.reference,
    typeOfWork: { id: type.id, label },
    ...given('description', description),
    ...given('deadline', deadlineOf(answers)),
    ...(workAddress ? { workAddress } : {}),
    contact: contactOf(answers, request),
    ...(project ? { project } : {}),
  };
};
