/** Does `work` for every entry, some at a time. */
export async function inParallel<T>(
  workers: number,
  entries: readonly T[],
  work: (entry: T, i: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < entries.length) {
      const i = next++;
      await work(entries[i]!, i);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
