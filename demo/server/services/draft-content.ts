import { attachmentSchema, draftContentSchema, type DraftContent, type Issue } from 'portal-request-form/contract';
import { toPointer } from 'portal-request-form/rules';
import { incomplete, Refusal } from '../problem.js';

/** The largest draft, in bytes of JSON. */
const LARGEST = 256 * 1024;

/** What a draft holds. Throws a 413 for too much of it, and a 422 for anything else than a draft. */
export const readDraft = (body: Record<string, unknown>): DraftContent => {
  const parsed = draftContentSchema.safeParse(body);
  if (!parsed.success) {
    throw incomplete(
      parsed.error.issues.flatMap((issue): Issue[] =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({ pointer: toPointer([...issue.path, key]), code: 'unknown-key' }))
          : [{ pointer: toPointer(issue.path), code: issue.code === 'too_big' ? 'too-long' : 'type' }],
      ),
    );
  }
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > LARGEST) {
    throw new Refusal(413, 'too-large', 'The draft is larger than 256 kB');
  }
  return parsed.data;
};

const collect = (value: unknown, ids: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  const attachment = attachmentSchema.safeParse(value);
  if (attachment.success) ids.add(attachment.data.id);
  else for (const part of Object.values(value)) collect(part, ids);
};

/** The ids of the files that a draft names, wherever they stand in it. */
export const attachmentIdsOf = ({ answers, checklist }: DraftContent): readonly string[] => {
  const ids = new Set<string>();
  collect(answers, ids);
  collect(checklist, ids);
  return [...ids].filter((id) => !id.includes('\0'));
};
