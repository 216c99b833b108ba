import type { Readable } from 'node:stream';
import { S3 } from '@aws-sdk/client-s3';
import { S3Store } from '@tus/s3-store';
import type { Bucket } from '../settings.js';
import { UPLOAD_LIFETIME, type Files } from './files.js';

/** What the store keeps for an upload: the object, what tus noted, and the piece that is still too small for a part. */
const keysOf = (id: string): string[] => [id, `${id}.info`, `${id}.part`];

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey' || error.name === 'NoSuchUpload');

const isGone = (error: unknown): boolean =>
  isMissing(error) ||
  (typeof error === 'object' && error !== null && 'status_code' in error && error.status_code === 404);

/** Removes what is finished as well, whose upload S3 no longer knows, and the piece that was too small for a part. */
class WholeStore extends S3Store {
  override async remove(id: string): Promise<void> {
    try {
      await super.remove(id);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    const Objects = keysOf(id).map((Key) => ({ Key }));
    await this.client.deleteObjects({ Bucket: this.bucket, Delete: { Objects, Quiet: true } });
    await this.cache.delete(id);
  }
}

/** The bucket of an S3-compatible store; several servers may share it. Credentials are those of the AWS SDK's own chain. */
export const openBucket = ({ name, endpoint, region }: Bucket): Files => {
  const connection = {
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED', // stores beside AWS refuse what they do not know
    responseChecksumValidation: 'WHEN_REQUIRED',
  } as const;
  const s3 = new S3(connection);
  const uploads = new WholeStore({
    s3ClientConfig: { ...connection, bucket: name },
    useTags: false, // not every store that speaks S3 has them
    expirationPeriodInMilliseconds: UPLOAD_LIFETIME,
  });
  const get = async (id: string, Range?: string): Promise<Readable> => {
    const { Body } = await s3.getObject({ Bucket: name, Key: id, ...(Range === undefined ? {} : { Range }) });
    if (!Body) throw new Error('The store gave a file without content');
    return Body as Readable; // what the SDK gives under Node
  };
  return {
    ...{ uploads, isMissing },
    read: (id) => get(id),
    readBytes: async (id, offset, length) => {
      const pieces = await (await get(id, `bytes=${offset}-${offset + length - 1}`)).toArray();
      return Buffer.concat(pieces as Buffer[]);
    },
    remove: async (ids) => {
      for (const id of ids) await uploads.remove(id);
    },
  };
};
