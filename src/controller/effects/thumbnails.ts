import type { Outside } from '../core.js';

/** The small picture goes with the file when the server has it. */
export const renameThumbnail = ({ thumbnails }: Outside, from: string, to: string): void => {
  thumbnails.set(to, thumbnails.get(from));
  thumbnails.delete(from);
};

export const dropThumbnail = ({ thumbnails }: Outside, id: string): void => {
  thumbnails.get(id)?.close();
  thumbnails.delete(id);
};
