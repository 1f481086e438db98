import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What came by the network and lies aside, whole, until it is put where it belongs or thrown away. */
export interface Spooled {
  readonly path: string;
  readonly size: number;
  /** SHA-256, as hexadecimal digits. */
  readonly digest: string;
  /** Takes it away; nothing happens where it was moved already. */
  remove(): Promise<void>;
}

/** Nothing takes so long to come in: requests are cut off long before. */
const STALE = 3_600_000;

/**
 * Writes down what a stream brings, however slowly it comes, without holding it in memory.
 * @returns undefined where it brought more than `most` bytes; then nothing is left of it
 * @throws what the stream threw; then nothing is left of it either
 */
export async function spool(
  folder: string,
  content: Readable,
  most: number,
): Promise<Spooled | undefined> {
  const path = join(folder, randomUUID());
  const remove = () => rm(path, { force: true });
  const meter = new Meter(most);
  try {
    await pipeline(content, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return { path, size: meter.size, digest: meter.digest(), remove };
  } catch (error) {
    await remove();
    if (meter.exceeded) return undefined;
    throw error;
  }
}

/** Takes away what a killed process left; what another process is still receiving stays. */
export async function sweepSpool(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const at = await stat(path).catch(() => undefined);
    if (at && Date.now() - at.mtimeMs > STALE) await rm(path, { force: true });
  }
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
