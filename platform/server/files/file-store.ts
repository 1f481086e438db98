import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Files by their content: SHA-256 → bytes. Each lies there once, is never changed, and is whole or not there. */
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
  // What a killed process was still receiving is nobody's.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
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
      const path = join(incoming, randomUUID());
      const meter = new Meter(most);
      try {
        await pipeline(content, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        const digest = meter.digest();
        const place = pathOf(digest);
        if (!(await has(digest))) {
          await flushed(path);
          await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
          await rename(path, place);
          await flushed(join(place, '..'));
        }
        return { ok: true, digest, size: meter.size };
      } catch (error) {
        if (meter.exceeded) return { ok: false, code: 'too-large', most };
        throw error;
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** Counts and digests what passes, and stops it when it is too much. */
class Meter extends Transform {
  size = 0;
  exceeded = false;
  private readonly hash = createHash('sha256');
  private readonly most: number;

  constructor(most: number) {
    super();
    this.most = most;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void) {
    this.size += chunk.length;
    if (this.size > this.most) {
      this.exceeded = true;
      done(new Error('too large'));
      return;
    }
    this.hash.update(chunk);
    this.push(chunk);
    done();
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/** On disk, not only on its way there: what is acknowledged outlives a power cut. */
async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
