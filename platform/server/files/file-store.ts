import { createReadStream } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  opendir,
  readdir,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { flushed } from './flushed.ts';
import { type GrowingFile, growingFile } from './growing-file.ts';
import { type Spooled, spool, sweepSpool } from './spool.ts';

/**
 * Files by their content: SHA-256 → bytes. Each lies there once, is never changed, and is whole or not there. Several
 * server processes may share one folder.
 */
export interface FileStore {
  /**
   * Keeps what a stream brings.
   * @returns what it is kept under, or that it was larger than `most`; then nothing is left of it
   */
  put(content: Readable, most: number): Promise<PutFile>;
  open(digest: string): Readable;
  has(digest: string): Promise<boolean>;
  /** Where a file lies: for a backup that copies it. */
  pathOf(digest: string): string;
  /** Lays aside what a stream brings; undefined where it was more than `most`. */
  spool(content: Readable, most: number): Promise<Spooled | undefined>;
  /** A file that comes in parts, under a name of its own: digits. */
  growing(name: string): GrowingFile;
  /** The names under which files are coming in parts. */
  growingNames(): Promise<readonly string[]>;
  /** Keeps a file that lies whole on disk under its digest; where it lay, it lies on. */
  adopt(path: string, digest: string): Promise<void>;
  /**
   * Takes a file away that came before a moment and wasn't brought again since: for whoever made sure that nothing
   * names it. @returns whether it is gone
   */
  removeOlder(digest: string, before: Date): Promise<boolean>;
  /** Every file with the moment it came, in no order. */
  all(): AsyncIterable<{ readonly digest: string; readonly at: Date }>;
  /** Takes away what killed processes were still receiving. */
  sweep(): Promise<void>;
}

export type PutFile =
  | { readonly ok: true; readonly digest: string; readonly size: number }
  | { readonly ok: false; readonly code: 'too-large'; readonly most: number };

/**
 * A file store in a folder, which it makes.
 * @example const files = await openFileStore('/srv/fuchi/files'); await files.put(stream, 200 * 1024 * 1024);
 */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  const receiving = join(folder, 'receiving');
  for (const path of [incoming, receiving]) await mkdir(path, { recursive: true, mode: 0o700 });
  await sweepSpool(incoming);
  const pathOf = (digest: string) => {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('not a digest');
    return join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);
  };
  const has = (digest: string) =>
    stat(pathOf(digest)).then(
      () => true,
      () => false,
    );
  return {
    pathOf,
    has,
    open: (digest) => createReadStream(pathOf(digest)),
    async put(content, most) {
      const part = await spool(incoming, content, most);
      if (!part) return { ok: false, code: 'too-large', most };
      try {
        await keep(part.path, pathOf(part.digest));
        return { ok: true, digest: part.digest, size: part.size };
      } finally {
        await part.remove();
      }
    },
    spool: (content, most) => spool(incoming, content, most),
    growing(name) {
      if (!/^\d{1,20}$/.test(name)) throw new RangeError('not the name of a growing file');
      return growingFile(join(receiving, name));
    },
    growingNames: () => readdir(receiving),
    adopt: (path, digest) => keep(path, pathOf(digest)),
    async removeOlder(digest, before) {
      const at = await stat(pathOf(digest)).catch(() => undefined);
      if (!at || at.ctime >= before) return false;
      await rm(pathOf(digest), { force: true });
      return true;
    },
    all: () => storedFiles(folder),
    sweep: () => sweepSpool(incoming),
  };
}

/** Another name for the same bytes, which are on disk before they have it. */
async function keep(path: string, place: string): Promise<void> {
  await flushed(path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  try {
    await link(path, place);
  } catch (error) {
    if (isCode(error, 'EEXIST')) {
      // Brought again: who sweeps leaves it alone until somebody names it.
      const now = new Date();
      return utimes(place, now, now);
    }
    // File systems without links: a copy that becomes the file when it is whole.
    const copy = `${path}.copy`;
    await copyFile(path, copy);
    await flushed(copy);
    await rename(copy, place);
  }
  await flushed(dirname(place));
}

async function* storedFiles(folder: string) {
  for (const first of await foldersIn(folder)) {
    for (const second of await foldersIn(join(folder, first))) {
      for await (const { name } of await opendir(join(folder, first, second))) {
        const at = await stat(join(folder, first, second, name)).catch(() => undefined);
        if (at && /^[0-9a-f]{64}$/.test(name)) yield { digest: name, at: at.ctime };
      }
    }
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === code;
}
