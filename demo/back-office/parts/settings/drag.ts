import type { Path } from '../../settings/path.js';

interface DragHandlers {
  start(event: DragEvent): void;
  over(event: DragEvent): void;
  leave(event: DragEvent): void;
  drop(event: DragEvent): void;
}

/** A type of its own for each list: a part can only be dropped in the list that it comes from. */
const typeFor = (list: Path): string => `application/x-portal-${list.join('-').toLowerCase()}`;

const rowOf = (event: DragEvent): HTMLElement => event.currentTarget as HTMLElement;

/** Whether the pointer is in the lower half, so that what is dropped comes after. */
const isBelow = (event: DragEvent): boolean => {
  const { top, height } = rowOf(event).getBoundingClientRect();
  return event.clientY > top + height / 2;
};

const mark = (row: HTMLElement, where: 'before' | 'after' | undefined): void => {
  row.classList.toggle('drop-before', where === 'before');
  row.classList.toggle('drop-after', where === 'after');
};

/** Dragging one part of a list to another place in it. */
export const dragHandlers = (list: Path, index: number, move: (from: number, to: number) => void): DragHandlers => {
  const type = typeFor(list);
  const isOurs = (event: DragEvent): boolean => event.dataTransfer?.types.includes(type) ?? false;
  return {
    start: (event) => {
      event.stopPropagation();
      event.dataTransfer?.setData(type, String(index));
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer?.setDragImage(rowOf(event), 0, 0);
    },
    over: (event) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      mark(rowOf(event), isBelow(event) ? 'after' : 'before');
    },
    leave: (event) => {
      mark(rowOf(event), undefined);
    },
    drop: (event) => {
      mark(rowOf(event), undefined);
      if (!isOurs(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const from = Number(event.dataTransfer?.getData(type));
      const to = index + (isBelow(event) ? 1 : 0);
      move(from, to > from ? to - 1 : to);
    },
  };
};
