/** A drawing sheet of this size in pixels; undefined where the browser gives none. */
export const sheetOf = (width: number, height: number): CanvasRenderingContext2D | undefined => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: width <= GRID }) ?? undefined;
};

/** Lets go of the memory at once: iOS gives a page little for canvases. */
export const letGo = ({ canvas }: CanvasRenderingContext2D): void => {
  canvas.width = 0;
  canvas.height = 0;
};

/** How finely two pictures are compared: in so many columns and rows. */
const GRID = 16;
/** By how much each colour may differ on average, of 255. */
const TOLERANCE = 14;
const PLAIN = 4;

const samples = (picture: CanvasImageSource): Uint8ClampedArray => {
  const sheet = sheetOf(GRID, GRID);
  if (!sheet) return new Uint8ClampedArray();
  sheet.fillStyle = 'white';
  sheet.fillRect(0, 0, GRID, GRID);
  sheet.imageSmoothingQuality = 'high';
  sheet.drawImage(picture, 0, 0, GRID, GRID);
  return sheet.getImageData(0, 0, GRID, GRID).data;
};

const isPlain = (pixels: Uint8ClampedArray): boolean =>
  pixels.every((value, index) => Math.abs(value - (pixels[index % 4] ?? 0)) <= PLAIN);

/** Whether two pictures look the same, and one is not blank where the other shows something. */
export const looksLike = (picture: CanvasImageSource, other: CanvasImageSource): boolean => {
  const [one, two] = [samples(picture), samples(other)];
  if (one.length === 0 || isPlain(one) !== isPlain(two)) return false;
  const difference = one.reduce((sum, value, index) => sum + Math.abs(value - (two[index] ?? 0)), 0);
  return difference / one.length <= TOLERANCE;
};

/** Whether pixels come out as they went in: browsers that guard against being recognised give noise or white. */
export const tellsTruth = (): boolean => {
  const sheet = sheetOf(2, 1);
  if (!sheet) return false;
  sheet.fillStyle = '#f00';
  sheet.fillRect(0, 0, 1, 1);
  sheet.fillStyle = '#00f';
  sheet.fillRect(1, 0, 1, 1);
  const { data } = sheet.getImageData(0, 0, 2, 1);
  return [255, 0, 0, 255, 0, 0, 255, 255].every((value, index) => Math.abs(value - (data[index] ?? 0)) <= 16);
};
