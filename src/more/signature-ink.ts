import type SignaturePad from 'signature_pad';
import type { PointGroup } from 'signature_pad';

export type Pad = typeof SignaturePad;

/** Loads what draws; rejects when the chunk cannot be had. */
export const loadPad = async (): Promise<Pad> => (await import('signature_pad')).default;

/** Strokes on a sheet of this size, in CSS pixels. */
export interface Drawing {
  readonly strokes: readonly PointGroup[];
  readonly width: number;
  readonly height: number;
}

/** A canvas that is drawn on. */
export interface Ink {
  readonly canvas: HTMLCanvasElement;
  /** Makes the sheet as large and as sharp as it is shown now, with this drawing on it. */
  show(drawing: Drawing | undefined): void;
  end(): void;
}

const PICTURE_WIDTH = 1200;
const PEN = { minWidth: 0.9, maxWidth: 2.6 };

const enlarged = ({ strokes, width }: Drawing, to: number, penColor: string): PointGroup[] => {
  const by = to / width;
  return strokes.map((stroke) => ({
    ...stroke,
    penColor,
    minWidth: stroke.minWidth * by,
    maxWidth: stroke.maxWidth * by,
    dotSize: stroke.dotSize * by,
    points: stroke.points.map((point) => ({ ...point, x: point.x * by, y: point.y * by })),
  }));
};

/** Lets somebody draw on this canvas; `ended` is given the whole drawing after each stroke. */
export const createInk = (
  Pad: Pad,
  canvas: HTMLCanvasElement,
  heard: { began(): void; ended(drawing: Drawing): void },
): Ink => {
  const pad = new Pad(canvas, PEN);
  let sheet = { width: canvas.clientWidth, height: canvas.clientHeight };
  let [isDrawing, isResized] = [false, false];
  const show = (drawing: Drawing | undefined): void => {
    isResized = isDrawing; // a stroke is finished on the sheet that it was begun on
    if (isDrawing || canvas.clientWidth === 0) return;
    sheet = { width: canvas.clientWidth, height: canvas.clientHeight };
    const sharpness = Math.max(devicePixelRatio, 1);
    canvas.width = Math.round(sheet.width * sharpness);
    canvas.height = Math.round(sheet.height * sharpness);
    canvas.getContext('2d')?.scale(sharpness, sharpness);
    pad.penColor = getComputedStyle(canvas).color;
    pad.fromData(drawing ? enlarged(drawing, sheet.width, pad.penColor) : []);
  };
  pad.addEventListener('beginStroke', () => {
    isDrawing = true;
    pad.penColor = getComputedStyle(canvas).color;
    heard.began();
  });
  pad.addEventListener('endStroke', () => {
    isDrawing = false;
    const drawing = { ...sheet, strokes: [...pad.toData()] };
    heard.ended(drawing);
    if (isResized) show(drawing);
  });
  return { canvas, show, end: () => pad.off() };
};

/** The drawing as a picture that can be read anywhere: dark ink on white. Rejects when the device cannot make one. */
export const toPng = async (Pad: Pad, drawing: Drawing, name: string): Promise<File> => {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_WIDTH;
  canvas.height = Math.round((drawing.height / drawing.width) * PICTURE_WIDTH);
  const pad = new Pad(canvas, { ...PEN, backgroundColor: '#fff' });
  pad.off();
  pad.fromData(enlarged(drawing, PICTURE_WIDTH, '#111'));
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('The drawing could not be made into a picture.');
  return new File([blob], name, { type: 'image/png' });
};
