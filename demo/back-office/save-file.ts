/** Lets the browser save a file, without an address that would stand in its history. */
export const saveFile = (name: string, file: Blob): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address); // once the browser has begun to read it
  }, 60_000);
};
