import type { Issue } from 'portal-request-form/contract';
import { isRecord, parseConfig } from 'portal-request-form/rules';

/** What an editor could not even show; everything else can be mended in it. */
const SHAPELESS: ReadonlySet<string> = new Set(['required', 'type', 'option', 'field-type']);

const isWords = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

const OFFICE: readonly (readonly [key: string, isNeeded: boolean, isRight: (value: unknown) => boolean])[] = [
  ['origins', true, isWords],
  ['mailbox', false, (value) => typeof value === 'string'],
  ['needsApproval', true, (value) => typeof value === 'boolean'],
  ['guestRequestTypes', false, isWords],
  ['mailColour', false, (value) => typeof value === 'string'],
  ['declineReasons', true, (value) => Array.isArray(value) && value.every((one) => isRecord(one) && 'text' in one)],
  ['retention', false, (value) => isRecord(value) && typeof value['days'] === 'number'],
];

const officeIssues = (office: Readonly<Record<string, unknown>>): Issue[] => [
  ...OFFICE.flatMap(([key, isNeeded, isRight]) => {
    const pointer = `/office/${key}`;
    if (!Object.hasOwn(office, key)) return isNeeded ? [{ pointer, code: 'required' }] : [];
    return isRight(office[key]) ? [] : [{ pointer, code: 'type' }];
  }),
  ...Object.keys(office)
    .filter((key) => !OFFICE.some(([known]) => known === key))
    .map((name) => ({ pointer: `/office/${name}`, code: 'unknown-key', params: { name } })),
];

/** Why some JSON cannot be edited as settings; nothing means that it can, though much may still be wrong with it. */
export const shapeIssues = (json: unknown): Issue[] => {
  if (!isRecord(json)) return [{ pointer: '', code: 'type' }];
  const missing = ['config', 'office'].filter((key) => !isRecord(json[key]));
  if (missing.length > 0)
    return missing.map((key) => ({ pointer: `/${key}`, code: key in json ? 'type' : 'required' }));
  const { issues } = parseConfig({ version: 'draft', ...(json['config'] as object) });
  return [
    ...issues
      .filter(({ code }) => SHAPELESS.has(code))
      .map((issue) => ({ ...issue, pointer: `/config${issue.pointer}` })),
    ...officeIssues(json['office'] as Readonly<Record<string, unknown>>),
  ];
};
