/** What a dragged row is to other pages and programs: nothing that they know. */
const TYPE = 'application/x-portal-part';

/** The place that a height on the screen is nearest to: that before the row with this index, or the one after the last. */
const placeAt = (rows: readonly Element[], height: number): number => {
  const below = rows.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return height < (top + bottom) / 2;
  });
  return below === -1 ? rows.length : below;
};

const mark = (rows: readonly Element[], place?: number): void => {
  for (const [index, row] of rows.entries()) {
    row.classList.toggle('drop-before', index === place);
    row.classList.toggle('drop-after', index === rows.length - 1 && place === rows.length);
  }
};

/**
 * Begins to drag a row to another place of its list. It comes to the nearest place from wherever it is dropped, as the page
 * scrolls away under a pointer at its edge, and what is beside or below the list is no row.
 */
export const dragStarter =
  (move: (from: number, to: number) => void) =>
  (event: DragEvent): void => {
    const row = event.currentTarget;
    if (!(row instanceof HTMLElement) || !row.parentElement || !event.dataTransfer) return;
    event.stopPropagation();
    event.dataTransfer.setData(TYPE, '');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(row, 0, 0);
    const rows = [...row.parentElement.children];
    const from = rows.indexOf(row);
    const ended = new AbortController();
    const during = { signal: ended.signal };
    const over = (moved: DragEvent): void => {
      moved.preventDefault();
      const place = placeAt(rows, moved.clientY);
      mark(rows, place === from || place === from + 1 ? undefined : place);
    };
    const drop = (dropped: DragEvent): void => {
      dropped.preventDefault();
      const place = placeAt(rows, dropped.clientY);
      move(from, place > from ? place - 1 : place);
    };
    const end = (): void => {
      mark(rows);
      ended.abort();
    };
    document.addEventListener('dragover', over, during);
    document.addEventListener('drop', drop, during);
    row.addEventListener('dragend', end, during); // which it hears also when it is no longer in the page
  };
