import type { Attachment } from '../contract/index.js';
import type { Transitions } from './transitions.js';
import { noRequest, type RequestState } from './request-state.js';
import { stepOf } from './pointers.js';
import { filesIn, withFilesIn } from './files.js';

type AnswerEvents =
  | 'answered'
  | 'left'
  | 'checked'
  | 'accepted'
  | 'contacted'
  | 'reported'
  | 'added'
  | 'upload-started'
  | 'upload-progressed'
  | 'upload-done'
  | 'upload-failed'
  | 'upload-retried'
  | 'upload-removed'
  | 'files-awaited'
  | 'attachment-removed';

const put = <V>(map: ReadonlyMap<string, V>, key: string, value: V | undefined): ReadonlyMap<string, V> => {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
};

/** What the server said of an answer no longer counts once the answer is changed. */
const settle = (state: RequestState, control: string) => {
  const isSettled = (pointer: string) => pointer === control || pointer.startsWith(`${control}/`);
  return state.serverIssues.length === 0
    ? state.serverIssues
    : state.serverIssues.filter((issue) => !isSettled(issue.pointer));
};

/** The files that the server has for a control. */
export const filesAt = (state: RequestState, pointer: string): readonly Attachment[] => filesIn(state, pointer);

const withFiles = (state: RequestState, pointer: string, files: readonly Attachment[]): RequestState => ({
  ...state,
  ...withFilesIn(state, pointer, files),
  serverIssues: settle(state, pointer.split('/').slice(0, 3).join('/')),
});

const withoutUpload = (state: RequestState, id: string) => state.uploads.filter((upload) => upload.id !== id);

/** What the customer gives: answers, checklist, terms, their details and files. */
export const answering: Transitions<AnswerEvents> = {
  answered: (state, { field, answer, isPrefill }) => ({
    ...state,
    answers: put(state.answers, field, answer),
    origins: isPrefill ? put(state.origins, field, { answer }) : state.origins,
    serverIssues: settle(state, `/answers/${field}`),
  }),
  left: (state, { pointer }) =>
    state.touched.has(pointer) ? state : { ...state, touched: new Set([...state.touched, pointer]) },
  checked: (state, { item, entry }) => ({
    ...state,
    checklist: put(state.checklist, item, { ...state.checklist.get(item), ...entry }),
    serverIssues: settle(state, `/checklist/${item}`),
  }),
  accepted: (state, { term, version }) => ({
    ...state,
    terms: put(state.terms, term, version),
    serverIssues: settle(state, `/terms/${term}`),
  }),
  contacted: (state, { contact }) => ({
    ...state,
    contact: { ...state.contact, ...contact },
    serverIssues: state.serverIssues.filter((issue) => !issue.pointer.startsWith('/guest/')),
  }),
  reported: (state, { choice }) => ({ ...state, reported: choice }),
  added: (state, { requestType, addition }) => ({
    ...state,
    ...noRequest,
    failure: undefined,
    requests: undefined,
    drafts: state.drafts.filter((draft) => draft.requestType !== requestType),
    step: 'confirmation',
    added: addition,
  }),
  'upload-started': (state, { upload }) => ({
    ...state,
    uploads: state.uploads.some(({ id }) => id === upload.id)
      ? state.uploads.map((one) => (one.id === upload.id ? upload : one))
      : [...state.uploads, upload],
  }),
  'upload-progressed': (state, { id, sent, pace }) => ({
    ...state,
    uploads: state.uploads.map((upload) => (upload.id === id ? { ...upload, sent, pace } : upload)),
  }),
  'upload-done': (state, { id, attachment }) => {
    const pointer = state.uploads.find((upload) => upload.id === id)?.pointer;
    const rest = { ...state, uploads: withoutUpload(state, id) };
    return pointer ? withFiles(rest, pointer, [...filesAt(state, pointer), attachment]) : rest;
  },
  'upload-failed': (state, { id, code }) => ({
    ...state,
    uploads: state.uploads.map((upload) =>
      upload.id === id ? { ...upload, failure: code, isLate: state.step !== stepOf(upload.pointer) } : upload,
    ),
  }),
  'upload-retried': (state, { id }) => ({
    ...state,
    uploads: state.uploads.map((upload) =>
      upload.id === id ? { ...upload, sent: 0, pace: undefined, failure: undefined } : upload,
    ),
  }),
  'upload-removed': (state, { id }) => ({ ...state, uploads: withoutUpload(state, id) }),
  'files-awaited': (state, { isAwaited }) => ({ ...state, awaitsFiles: isAwaited }),
  'attachment-removed': (state, { pointer, attachment }) =>
    withFiles(
      state,
      pointer,
      filesAt(state, pointer).filter((file) => file.id !== attachment),
    ),
};
