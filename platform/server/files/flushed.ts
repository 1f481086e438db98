import { open } from 'node:fs/promises';

/** On disk, not only on its way there: what is acknowledged outlives a power cut. For a folder: its entries. */
export async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
