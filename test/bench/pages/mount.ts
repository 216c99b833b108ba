/** Shows a form in a place of the page; settles once it is asked for, with what takes it away again. */
export type Mount = (place: HTMLElement, schema: never) => Promise<() => void> | (() => void);

declare global {
  interface Window {
    mountForm: Mount;
  }
}

/** Begins at once with the form of this page, unless the page says that it waits to be asked. */
export const begin = (mount: Mount): void => {
  window.mountForm = mount;
  const place = document.querySelector<HTMLElement>('#place');
  if (!place?.dataset.schema) return;
  void fetch(place.dataset.schema)
    .then((response) => response.json())
    .then((schema) => mount(place, schema as never));
};
