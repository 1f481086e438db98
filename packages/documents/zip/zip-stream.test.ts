import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipNames } from './zip-name.ts';
import { type ZipFile, zipStream } from './zip-stream.ts';

const FILES = 500;
const SIZE = 100_000;

async function whole(files: Iterable<ZipFile>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(files)) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

describe('an archive', () => {
  it('holds every file as it was given, under its name', async () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 300 }), async (titles, bytes) => {
        const name = zipNames();
        const files = titles.map((title) => ({ name: name(title, 'pdf'), bytes }));
        const opened = unzipSync(await whole(files));
        expect(Object.keys(opened)).toEqual(files.map((file) => file.name));
        for (const file of files) expect(opened[file.name]).toEqual(bytes);
      }),
    );
  });

  it('has the same bytes for the same files', async () => {
    const files = [{ name: '示例.pdf', bytes: Uint8Array.of(1, 2, 3) }];
    expect(await whole(files)).toEqual(await whole(files));
  });

  it('asks for a file when all before it are taken, and holds no more than one of 500', async () => {
    let made = 0;
    let taken = 0;
    let most = 0;
    async function* files() {
      for (; made < FILES; made += 1) {
        most = Math.max(most, made * SIZE - taken);
        yield { name: `${made}.pdf`, bytes: new Uint8Array(SIZE).fill(made) };
      }
    }
    for await (const piece of zipStream(files())) taken += piece.length;
    expect(taken).toBeGreaterThan(FILES * SIZE);
    expect(most).toBeLessThanOrEqual(SIZE);
  });

  it('asks for nothing before somebody reads', async () => {
    let made = 0;
    function* files() {
      for (;;) {
        made += 1;
        yield { name: `${made}.pdf`, bytes: new Uint8Array(SIZE) };
      }
    }
    const pieces = zipStream(files());
    expect(made).toBe(0);
    await pieces.next();
    expect(made).toBe(1);
    await pieces.return();
    expect(made).toBe(1);
  });

  it('keeps no file that was taken', async () => {
    const kept: WeakRef<Uint8Array>[] = [];
    function* files() {
      for (let i = 0; i < 50; i += 1) {
        const bytes = new Uint8Array(SIZE);
        kept.push(new WeakRef(bytes));
        yield { name: `${i}.pdf`, bytes };
      }
    }
    const pieces = zipStream(files());
    let read = 0;
    while (read < 40 * SIZE) read += (await pieces.next()).value?.length ?? 0;
    await collected();
    const alive = kept.filter((ref) => ref.deref() !== undefined).length;
    expect(alive).toBeLessThan(5);
  });

  it('ends in the fault that a file ends in', async () => {
    function* files() {
      yield { name: '1.pdf', bytes: Uint8Array.of(1) };
      throw new Error('no second file');
    }
    await expect(whole(files())).rejects.toThrow('no second file');
  });
});

describe('names in an archive', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['示例：甲/乙', '示例：甲_乙.pdf'],
    ['con', '_con.pdf'],
    ['', '_.pdf'],
    ['甲'.repeat(100), `${'甲'.repeat(60)}.pdf`],
  ])('%s', (title, name) => expect(zipNames()(title, 'pdf')).toBe(name));

  it('are given once', () => {
    const name = zipNames();
    expect([name('甲A', 'pdf'), name('甲a', 'pdf'), name('甲A', 'docx')]).toEqual([
      '甲A.pdf',
      '甲a（2）.pdf',
      '甲A.docx',
    ]);
  });
});

/** Runs the collector, which a test can call only by a flag set while it runs. */
async function collected(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // A reference looked at in this turn of the loop keeps what it refers to.
  await new Promise((done) => setImmediate(done));
  if (typeof collect === 'function') collect();
}
