import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '../files/file-store.ts';
import { contentFile } from './backup-manifest.ts';
import { digestOf } from './digest-of.ts';

/**
 * Puts a file of the store into a backup. Where an earlier backup holds it whole it is the same file on disk, which
 * takes no second place.
 * @param earlier folder of an earlier backup
 * @returns false where the store's file is missing, or isn't what its name says
 */
export async function saveFile(
  files: FileStore,
  digest: string,
  folder: string,
  earlier: string | undefined,
): Promise<boolean> {
  const path = join(folder, contentFile(digest));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (earlier !== undefined && (await linked(join(earlier, contentFile(digest)), path))) {
    // Read all the same: a backup that went bad isn't handed on.
    if ((await digestOf(path)) === digest) return true;
    await rm(path);
  }
  try {
    await copyFile(files.pathOf(digest), path);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  if ((await digestOf(path)) === digest) return true;
  await rm(path);
  return false;
}

function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    // Not there, or on another disk.
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';
}
