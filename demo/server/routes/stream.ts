/** Sends pieces as fast as they are taken, and makes no more of them once nobody takes them. */
export const streamOf = (pieces: AsyncGenerator<string | Uint8Array, void, undefined>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: async () => {
      await pieces.return();
    },
  });
};
