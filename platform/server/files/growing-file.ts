import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flushed } from './flushed.ts';
import type { Spooled } from './spool.ts';

/** A file that comes in parts, over many requests and restarts. Whoever writes it sees to it that nobody else does. */
export interface GrowingFile {
  readonly path: string;
  /** Bytes on disk; 0 where there is none yet. */
  size(): Promise<number>;
  /** Puts a part at its place, cuts off what stood from there on, and returns when all of it is on disk. */
  write(offset: number, part: Spooled): Promise<void>;
  /** Bytes from a place on: as many as are there, `length` at the most. */
  read(start: number, length: number): Promise<Buffer>;
  /** SHA-256 of all of it, as hexadecimal digits. */
  digest(): Promise<string>;
  remove(): Promise<void>;
}

/** @example await growingFile('/srv/fuchi/files/receiving/12').write(0, part) */
export function growingFile(path: string): GrowingFile {
  const size = () =>
    stat(path).then(
      (at) => at.size,
      (error: unknown) => {
        if (isMissing(error)) return 0;
        throw error;
      },
    );
  return {
    path,
    size,
    async write(offset, part) {
      const there = await size();
      if (there < offset) throw new RangeError('a part beyond the end of its file');
      const isNew = there === 0;
      const handle = await open(path, isNew ? 'w' : 'r+', 0o600);
      try {
        await handle.truncate(offset);
        const place = createWriteStream(path, { flags: 'r+', start: offset });
        await pipeline(createReadStream(part.path), place);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (isNew) await flushed(dirname(path));
    },
    async read(start, length) {
      const handle = await open(path, 'r');
      try {
        return await readWhole(handle, start, length);
      } finally {
        await handle.close();
      }
    },
    async digest() {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      return hash.digest('hex');
    },
    remove: () => rm(path, { force: true }),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';
}

async function readWhole(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, start + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}
