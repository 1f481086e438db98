/**
 * How many bytes files have together, each counted once: one that is handed in twice is stored once.
 * @param files what says which file it is, and its size
 * @example bytesOnce([['a.pdf', 5], ['b.pdf', 7], ['a.pdf', 5]]) // 12
 */
export function bytesOnce(files: Iterable<readonly [file: string, size: number]>): number {
  return [...new Map(files).values()].reduce((sum, size) => sum + size, 0);
}
