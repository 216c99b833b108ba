import { html, type TemplateResult } from 'lit';
import type { StaffRole } from '../office-contract/index.js';
import type { Office } from './office.js';
import type { TextKey } from './texts/index.js';

/** Where somebody is within a section: what follows its name in the address. */
export interface SectionRoute {
  readonly page: 'section';
  readonly section: string;
  /** The parts of the path after the section's own, decoded. */
  readonly rest: readonly string[];
  /** The search part, as `query=lift&page=2`; empty when there is none. */
  readonly search: string;
}

/** A part of the office with a place in the bar. Its page reads the rest of the address by itself. */
export interface Section {
  /** The first part of its addresses, after that of the office. */
  readonly path: string;
  readonly label: TextKey;
  /** Whether it has a place of its own in the bar, apart from the others. */
  readonly isApart?: boolean;
  /** Who gets to see it. */
  readonly roles: readonly StaffRole[];
  /** Draws the page: an {@link OfficePage} with the attribute `data-page`. */
  readonly page: (office: Office, route: SectionRoute) => TemplateResult;
}

/** The list, a file to import, or one customer. */
const customersPage: Section['page'] = (office, route) => {
  const [id, ...more] = route.rest;
  if (more.length > 0) return html`<office-not-found data-page .office=${office}></office-not-found>`;
  if (id === undefined) return html`<office-customers data-page .office=${office} .route=${route}></office-customers>`;
  if (id === 'import') return html`<office-customer-import data-page .office=${office}></office-customer-import>`;
  return html`<office-customer data-page .office=${office} .customerId=${id}></office-customer>`;
};

/** Every section but the overview of work orders, in the order of the bar. */
export const SECTIONS: readonly Section[] = [
  { path: 'customers', label: 'customers', roles: ['manager', 'office'], page: customersPage },
  {
    path: 'staff',
    label: 'staff',
    roles: ['manager'],
    page: (office) => html`<office-staff data-page .office=${office}></office-staff>`,
  },
  {
    path: 'deliveries',
    label: 'deliveries',
    roles: ['manager'],
    page: (office) => html`<office-deliveries data-page .office=${office}></office-deliveries>`,
  },
  {
    path: 'audit',
    label: 'audit',
    roles: ['manager'],
    page: (office, route) => html`<office-audit data-page .office=${office} .route=${route}></office-audit>`,
  },
  {
    path: 'privacy',
    label: 'privacy',
    roles: ['manager'],
    page: (office, route) => html`<office-privacy data-page .office=${office} .route=${route}></office-privacy>`,
  },
  {
    path: 'settings',
    label: 'settings',
    roles: ['manager'],
    page: (office, route) => html`<office-settings data-page .office=${office} .route=${route}></office-settings>`,
  },
  {
    path: 'portals',
    label: 'portals',
    isApart: true,
    roles: ['manager', 'office'],
    page: (office) => html`<office-portals data-page .office=${office}></office-portals>`,
  },
];

/** The section at a path, when there is one. */
export const sectionAt = (path: string): Section | undefined => SECTIONS.find((one) => one.path === path);

/** The address of the first page of a section, as a route. */
export const sectionRoute = (section: string, rest: readonly string[] = [], search = ''): SectionRoute => ({
  page: 'section',
  section,
  rest,
  search,
});

/** Whether somebody may see a section. */
export const maySee = ({ roles }: Section, staff: { role: StaffRole } | undefined): boolean =>
  staff !== undefined && roles.includes(staff.role);
