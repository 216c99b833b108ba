interface Upload {
  readonly length: number;
  offset: number;
}

const TUS = { 'Tus-Resumable': '1.0.0' };

/** Takes files as a portal does (tus 1.0), and keeps how much arrived, but not the files. */
export const createUploads = () => {
  const uploads = new Map<string, Upload>();
  const idOf = ({ pathname }: URL): string => pathname.split('/').at(-1) ?? '';
  const gone = () => new Response(null, { status: 404 });
  const standing = (url: URL): Response => {
    const upload = uploads.get(idOf(url));
    if (!upload) return gone();
    const headers = { ...TUS, 'Upload-Offset': String(upload.offset), 'Upload-Length': String(upload.length) };
    return new Response(null, { status: 200, headers });
  };
  return {
    standing,
    create: (request: Request, url: URL): Response => {
      const id = `file-${String(uploads.size + 1)}`;
      uploads.set(id, { length: Number(request.headers.get('Upload-Length')), offset: 0 });
      return new Response(null, { status: 201, headers: { ...TUS, Location: `${url.pathname}/${id}` } });
    },
    take: async (request: Request, url: URL): Promise<Response> => {
      const upload = uploads.get(idOf(url));
      if (!upload) return gone();
      upload.offset += (await request.arrayBuffer()).byteLength;
      return standing(url);
    },
    remove: (url: URL): Response => {
      uploads.delete(idOf(url));
      return new Response(null, { status: 204 });
    },
  };
};
