import type { Readable } from 'node:stream';
import { makeZip } from 'client-zip';
import { createPaths, packedName } from './packed-name.js';
import type { ExportedFile, PersonExport } from './person-export.js';
import type { Services } from './services.js';

type Needs = Pick<Services, 'files' | 'log'>;

/** Where each file stands in the archive, by its id. */
const pathsOf = ({ requests, unsentFiles }: PersonExport): Map<string, string> => {
  const pathOf = createPaths();
  const folders = [
    ...requests.map(({ reference, files }) => ({ folder: `files/${packedName(reference)}`, files })),
    { folder: 'files/unsent', files: unsentFiles },
  ];
  return new Map(
    folders.flatMap(({ folder, files }) =>
      files.map(({ id, name }) => [id, pathOf(folder, packedName(name))] as const),
    ),
  );
};

const filesOf = ({ requests, unsentFiles }: PersonExport): ExportedFile[] => [
  ...requests.flatMap(({ files }) => files),
  ...unsentFiles,
];

/** A file's bytes; nothing when they never arrived whole, or are gone. Rejects when the store fails. */
const openFile = async ({ files }: Needs, { id, isComplete }: ExportedFile): Promise<Readable | undefined> => {
  if (!isComplete) return undefined;
  try {
    return await files.read(id);
  } catch (error) {
    if (files.isMissing(error)) return undefined;
    throw error;
  }
};

/** The document of an archive: each file with the `path` at which it stands there, or without one. */
const documentOf = (exported: PersonExport, packed: ReadonlyMap<string, string>): string => {
  const withPath = ({ isComplete, ...file }: ExportedFile) => {
    const path = packed.get(file.id);
    if (path !== undefined) return { ...file, path };
    return { ...file, missing: isComplete ? 'gone' : 'never-arrived' };
  };
  const requests = exported.requests.map((request) => ({ ...request, files: request.files.map(withPath) }));
  const unsentFiles = exported.unsentFiles.map(withPath);
  return `${JSON.stringify({ ...exported, requests, unsentFiles }, undefined, 2)}\n`;
};

/**
 * A ZIP file, piece by piece: every file of an export, one open at a time, and `customer.json` as the last, because only
 * then it is known which files are gone. A store that fails breaks it off, so that half an archive is never taken for a
 * whole one.
 */
export async function* archiveOf(needs: Needs, exported: PersonExport): AsyncGenerator<Uint8Array, void, undefined> {
  const [paths, packed] = [pathsOf(exported), new Map<string, string>()];
  let opened: Readable | undefined;
  const entries = async function* () {
    for (const file of filesOf(exported)) {
      const path = paths.get(file.id);
      opened = await openFile(needs, file);
      if (path === undefined || !opened) continue;
      packed.set(file.id, path);
      yield { name: path, input: opened, lastModified: file.createdAt };
    }
    yield { name: 'customer.json', input: documentOf(exported, packed), lastModified: exported.exportedAt };
  };
  try {
    yield* makeZip(entries()).values({ preventCancel: true }); // the library leaves a file open that is cancelled
  } catch (error) {
    needs.log.warn('export-broken-off', { error });
    throw error;
  } finally {
    opened?.destroy();
  }
}
