/** What the work gives, unless it takes longer than so many milliseconds: then it rejects with `why`. */
export const inTime = async <T>(work: Promise<T>, limit: number, why: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(why));
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
