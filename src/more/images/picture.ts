import { letGo, looksLike, sheetOf, tellsTruth } from './canvas.js';

/** The longest edge of a photo that is sent, in pixels, and the quality of its JPEG. */
const LONG_EDGE = 2560;
const QUALITY = 0.85;
const JPEG = 'image/jpeg';

/** The pixels of a picture, upright; undefined when this browser cannot read it. */
export const decode = (file: Blob): Promise<ImageBitmap | undefined> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);

export interface SmallerPhoto {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

const drawn = ({ canvas }: CanvasRenderingContext2D): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, JPEG, QUALITY);
  });

/** Whether what the canvas gave is the photo: canvases fail without a word where memory is short. */
const isSound = async (blob: Blob | null, source: ImageBitmap, width: number, height: number): Promise<boolean> => {
  if (!blob || blob.size === 0 || blob.type !== JPEG) return false;
  const result = await decode(blob);
  if (!result) return false;
  const isSame = result.width === width && result.height === height && looksLike(source, result);
  result.close();
  return isSame;
};

const redraw = async (source: ImageBitmap): Promise<SmallerPhoto | undefined> => {
  const scale = Math.min(1, LONG_EDGE / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const sheet = sheetOf(width, height);
  if (!sheet) return undefined;
  sheet.fillStyle = 'white';
  sheet.fillRect(0, 0, width, height);
  sheet.imageSmoothingQuality = 'high';
  sheet.drawImage(source, 0, 0, width, height);
  const blob = await drawn(sheet);
  letGo(sheet);
  return blob && (await isSound(blob, source, width, height)) ? { blob, width, height } : undefined;
};

/** A photo as a JPEG of at most 2560 pixels, upright and with nothing but its pixels; undefined when that fails. */
export const smaller = async (file: Blob): Promise<SmallerPhoto | undefined> => {
  const source = tellsTruth() ? await decode(file) : undefined;
  if (!source) return undefined;
  try {
    return await redraw(source);
  } finally {
    source.close();
  }
};

/** Whether two files show a picture of the same size, or neither can be read here. */
export const isSameSize = async (one: Blob, other: Blob): Promise<boolean> => {
  const [first, second] = [await decode(one), await decode(other)];
  const isSame = first?.width === second?.width && first?.height === second?.height;
  first?.close();
  second?.close();
  return isSame;
};

/** The edge of a thumbnail, in pixels. */
const THUMBNAIL = 112;

/** The middle of a picture, small and square; undefined when this browser cannot read it. */
export const thumbnailOf = async (file: Blob): Promise<ImageBitmap | undefined> => {
  const source = await decode(file);
  const sheet = source && sheetOf(THUMBNAIL, THUMBNAIL);
  if (!source || !sheet) return undefined;
  const edge = Math.min(source.width, source.height);
  const [left, top] = [(source.width - edge) / 2, (source.height - edge) / 2];
  sheet.imageSmoothingQuality = 'high';
  sheet.drawImage(source, left, top, edge, edge, 0, 0, THUMBNAIL, THUMBNAIL);
  source.close();
  const small = await createImageBitmap(sheet.canvas);
  letGo(sheet);
  return small;
};
