type Json = Record<string, unknown>;

const header = (name: string, description: string, required = true): Json => ({
  ...{ name, in: 'header', description, required, schema: { type: 'string' } },
});
const path = (name: string, description: string): Json => ({
  ...{ name, in: 'path', description, required: true, schema: { type: 'string' } },
});

const VERSION = header('Tus-Resumable', '`1.0.0`');
const PORTAL = path('portal', 'The id of the portal');
const ID = path('id', 'The id of the attachment');
const security = [{}, { session: [] }];

/** The calls of tus 1.0, whose bodies are files and so have no schema in the contract. */
export const tusPaths = (problem: (status: number) => Json): Record<string, Json> => {
  const problems = (...statuses: number[]): Json =>
    Object.fromEntries(statuses.map((status) => [String(status), problem(status)]));
  const call = (operationId: string, summary: string, parameters: Json[], responses: Json): Json => ({
    ...{ operationId, summary, security, parameters: [PORTAL, ...parameters, VERSION], responses },
  });
  const piece = { required: true, content: { 'application/offset+octet-stream': { schema: {} } } };
  const create = call(
    'createAttachment',
    'Begin an upload; `Location` says where the bytes go',
    [
      header('Upload-Length', 'Bytes of the whole file'),
      header('Upload-Metadata', '`filename` and `filetype`, each in base64'),
    ],
    { '201': { description: 'Begun' }, ...problems(400, 401, 413, 415, 429, 503) },
  );
  const offset = call('attachmentOffset', 'How many bytes have arrived', [ID], {
    '200': { description: 'See `Upload-Offset` and `Upload-Length`, and `Upload-Type` once it is whole' },
    ...problems(401, 404, 415),
  });
  const append = call(
    'appendToAttachment',
    'Send bytes from `Upload-Offset` on',
    [ID, header('Upload-Offset', 'Bytes sent before')],
    {
      '204': {
        description: 'Taken; `Upload-Offset` says how far, and after the last bytes `Upload-Type` what the file is',
      },
      ...problems(401, 403, 404, 409, 413, 415),
    },
  );
  const remove = call('removeAttachment', 'Remove a file that was not sent with a request', [ID], {
    '204': { description: 'Removed' },
    ...problems(401, 403, 404),
  });
  return {
    '/api/portals/{portal}/attachments': { post: create },
    '/api/portals/{portal}/attachments/{id}': {
      head: offset,
      patch: { ...append, requestBody: piece },
      delete: remove,
    },
  };
};
