import type { OptionItem, OptionPage, OptionSource } from 'portal-request-form/contract';
import type {
  CustomerList,
  CustomerRecord,
  ImportKind,
  ImportPreview,
  NewColleague,
  NewOption,
  OfficeCustomer,
  OfficeStaff,
  StaffMember,
} from '../../office-contract/index.js';
import type { Call, Exchange } from '../api.js';

/** A file that was looked at, and the ETag of what was seen. */
export interface SeenImport {
  preview: ImportPreview;
  etag: string;
}

/** The calls about customers, what they choose from, and who works for the portal. */
export interface People {
  customers(search: string, signal: AbortSignal): Promise<CustomerList>;
  customer(id: string, signal: AbortSignal): Promise<OfficeCustomer>;
  addCustomer(record: CustomerRecord): Promise<OfficeCustomer>;
  changeCustomer(id: string, record: CustomerRecord): Promise<OfficeCustomer>;
  disableCustomer(id: string, isDisabled: boolean): Promise<OfficeCustomer>;
  inviteCustomer(id: string): Promise<OfficeCustomer>;
  options(id: string, source: OptionSource, search: Record<string, string>, signal: AbortSignal): Promise<OptionPage>;
  addOption(id: string, source: OptionSource, option: NewOption): Promise<OptionItem>;
  changeOption(id: string, source: OptionSource, option: NewOption & { id: string }): Promise<OptionItem>;
  removeOption(id: string, source: OptionSource, option: string): Promise<void>;
  /** Says what a file would do. */
  previewImport(kind: ImportKind, file: Blob): Promise<SeenImport>;
  /** Does what was seen. */
  commitImport(kind: ImportKind, file: Blob, etag: string): Promise<ImportPreview>;
  staff(signal: AbortSignal): Promise<OfficeStaff>;
  inviteColleague(colleague: NewColleague): Promise<void>;
  removeInvitation(id: string): Promise<void>;
  changeMember(id: string, change: Pick<StaffMember, 'role' | 'isDisabled'>): Promise<StaffMember>;
  mailPasswordLink(id: string): Promise<void>;
}

type Send = <Answer>(path: string, options?: Call) => Promise<Exchange<Answer>>;

export const people = (send: Send): People => {
  const call = async <Answer>(path: string, options?: Call): Promise<Answer> =>
    (await send<Answer>(path, options)).answer;
  const post = <Answer>(path: string, body: unknown = {}) => call<Answer>(path, { method: 'POST', body });
  const put = <Answer>(path: string, body: unknown) => call<Answer>(path, { method: 'PUT', body });
  const at = (...parts: readonly string[]) => `/${parts.map(encodeURIComponent).join('/')}`;
  return {
    customers: (search, signal) => call(`/customers?${search}`, { signal }),
    customer: (id, signal) => call(at('customers', id), { signal }),
    addCustomer: (record) => post('/customers', record),
    changeCustomer: (id, record) => put(at('customers', id), record),
    disableCustomer: (id, isDisabled) => put(at('customers', id, 'disabled'), { isDisabled }),
    inviteCustomer: (id) => post(at('customers', id, 'invitation')),
    options: (id, source, search, signal) =>
      call(`${at('customers', id, source)}?${new URLSearchParams(search)}`, { signal }),
    addOption: (id, source, option) => post(at('customers', id, source), option),
    changeOption: (id, source, { id: option, ...body }) => put(at('customers', id, source, option), body),
    removeOption: (id, source, option) => call(at('customers', id, source, option), { method: 'DELETE' }),
    previewImport: async (kind, file) => {
      const path = `/customer-imports?${new URLSearchParams({ kind })}`;
      const { answer, etag } = await send<ImportPreview>(path, { method: 'POST', file });
      return { preview: answer, etag };
    },
    commitImport: (kind, file, ifMatch) =>
      call(`/customer-imports/commit?${new URLSearchParams({ kind })}`, { method: 'POST', file, ifMatch }),
    staff: (signal) => call('/staff', { signal }),
    inviteColleague: (colleague) => post('/staff/invitations', colleague),
    removeInvitation: (id) => call(at('staff', 'invitations', id), { method: 'DELETE' }),
    changeMember: (id, change) => put(at('staff', id), change),
    mailPasswordLink: (id) => post(at('staff', id, 'password')),
  };
};
