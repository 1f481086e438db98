import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Database } from '@fuchi/platform-server/database/open-database';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { type FileStore, openFileStore } from '@fuchi/platform-server/files/file-store';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UploadPurpose } from './contract-purpose.ts';
import { fileOf } from './file.fixture.ts';
import type { Uploader } from './upload.ts';
import { finishUpload } from './upload-finish.ts';
import { beginUpload, consumeUpload, ownUpload, receivePart } from './upload-store.ts';
import { cancelUpload, sweepUploads } from './upload-sweep.ts';

const AT = { machine: new Date(), now: new Date('2022-03-16T01:00:00Z') };
const DAY = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY);

let database: TestDatabase;
let db: Database;
let folder: string;
let files: FileStore;
let me: Uploader;
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.db;
});
afterAll(() => database.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-uploads-'));
  files = await openFileStore(folder);
  me = await somebody();
});
afterEach(() => rm(folder, { recursive: true }));

async function somebody(): Promise<Uploader> {
  const { actor } = await signInForTests(db, { role: 'applicant-admin' });
  return { account: actor.account, organisation: actor.organisation.id };
}

async function begun(bytes: Buffer, purpose: UploadPurpose = 'licence', name = '执照.pdf') {
  const asked = { purpose, name, size: bytes.length };
  const done = await beginUpload(db, me, asked, AT);
  if (!done.ok) throw new Error(done.refused.code);
  return done.upload.id;
}
const part = (id: string, offset: number, bytes: Buffer, by = me) =>
  receivePart(db, files, by, { id, offset, content: Readable.from([bytes]) }, AT.machine);
const finish = (id: string) => finishUpload(db, files, me, id, AT);
const sent = async (bytes: Buffer, purpose: UploadPurpose = 'licence', name = '执照.pdf') => {
  const id = await begun(bytes, purpose, name);
  expect(await part(id, 0, bytes)).toMatchObject({ ok: true });
  return { id, upload: await finish(id) };
};
const use = (upload: string, purpose: UploadPurpose = 'licence', account = me.account) =>
  db.transaction().execute((work) => consumeUpload(work, { upload, account, purpose }));
/** Every file under the folder. */
const left = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('分段上传', () => {
  test('一段一段接上，传完按内容只存一份', async () => {
    const bytes = await fileOf('pdf', '一'.repeat(1000));
    const id = await begun(bytes);
    expect(await part(id, 0, bytes.subarray(0, 700))).toMatchObject({ ok: true });
    expect(await ownUpload(db, me, id)).toMatchObject({ received: 700, state: 'receiving' });
    expect(await finish(id)).toBe('still-coming');
    expect(await part(id, 700, bytes.subarray(700))).toMatchObject({ ok: true });
    const digest = sha256(bytes);
    expect(await finish(id)).toMatchObject({ state: 'whole', type: 'pdf', digest });
    expect(await finish(id)).toMatchObject({ state: 'whole', digest });
    const again = await sent(bytes);
    expect(again.upload).toMatchObject({ state: 'whole', digest });
    expect(await left()).toEqual([digest]);
    const kept = await files.open(digest).toArray();
    expect(Buffer.concat(kept).equals(bytes)).toBe(true);
  });

  test('接不上的、太长的、空的、已经传完的，都不收', async () => {
    const bytes = await fileOf('pdf', '二'.repeat(100));
    const id = await begun(bytes);
    const refused = async (offset: number, sentBytes: Buffer) => {
      const done = await part(id, offset, sentBytes);
      return done.ok ? 'ok' : done.refused;
    };
    await part(id, 0, bytes.subarray(0, 10));
    expect(await refused(0, bytes)).toEqual({ code: 'wrong-offset', received: 10 });
    expect(await refused(11, bytes)).toEqual({ code: 'wrong-offset', received: 10 });
    expect(await refused(10, bytes)).toEqual({ code: 'too-large', most: bytes.length - 10 });
    expect(await refused(10, Buffer.alloc(0))).toEqual({ code: 'nothing-sent' });
    await part(id, 10, bytes.subarray(10));
    expect(await refused(bytes.length, Buffer.from('x'))).toEqual({ code: 'not-receiving' });
    expect(await finish(id)).toMatchObject({ state: 'whole', digest: sha256(bytes) });
  });

  test('两边同时传同一段，只收一份，内容不交错', async () => {
    const bytes = await fileOf('pdf', '三'.repeat(20_000));
    const id = await begun(bytes);
    for (let at = 0; at < bytes.length; at += 10_000) {
      const piece = bytes.subarray(at, at + 10_000);
      const both = await Promise.all([part(id, at, piece), part(id, at, piece.subarray(0, 5000))]);
      const codes = both.map((done) => (done.ok ? 'ok' : done.refused.code));
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      const { received = 0 } = (await ownUpload(db, me, id)) ?? {};
      if (received < at + piece.length)
        await part(id, received, bytes.subarray(received, at + piece.length));
    }
    expect(await finish(id)).toMatchObject({ state: 'whole', digest: sha256(bytes) });
  });

  test('线路断在一段中间，这一段不算，前面的都在', async () => {
    const bytes = await fileOf('pdf', '四'.repeat(5000));
    const id = await begun(bytes);
    await part(id, 0, bytes.subarray(0, 2000));
    async function* cut() {
      yield bytes.subarray(2000, 4000);
      throw new Error('aborted');
    }
    const content = Readable.from(cut());
    const done = await receivePart(db, files, me, { id, offset: 2000, content }, AT.machine);
    expect(done).toEqual({ ok: false, refused: { code: 'cut-off' } });
    expect(await left()).toEqual([id]);
    await part(id, 2000, bytes.subarray(2000));
    expect(await finish(id)).toMatchObject({ state: 'whole', digest: sha256(bytes) });
  });

  test('别人的上传就像没有', async () => {
    const bytes = await fileOf('pdf');
    const { id } = await sent(bytes);
    const open = await begun(bytes);
    const other = await somebody();
    expect(await ownUpload(db, other, id)).toBeUndefined();
    expect(await part(open, 0, bytes, other)).toEqual({ ok: false, refused: { code: 'no-such' } });
    expect(await finishUpload(db, files, other, open, AT)).toBeUndefined();
    expect(await cancelUpload(db, files, other, id)).toBeUndefined();
    expect(await use(id, 'licence', other.account)).toMatchObject({ refused: { code: 'no-such' } });
  });

  test('备份恢复后文件不在了，从磁盘上有的地方接着传', async () => {
    const bytes = await fileOf('pdf', '五'.repeat(500));
    const id = await begun(bytes);
    await part(id, 0, bytes.subarray(0, 300));
    await files.growing(id).remove();
    expect(await part(id, 300, bytes.subarray(300))).toEqual({
      ok: false,
      refused: { code: 'wrong-offset', received: 0 },
    });
    await part(id, 0, bytes);
    expect(await finish(id)).toMatchObject({ state: 'whole', digest: sha256(bytes) });
  });
});

describe('服务器被杀掉', () => {
  test('每次都杀在半路：说过收到的都在磁盘上，接着传完，内容一字不差', async () => {
    const size = 3_000_000;
    const head = Buffer.from('%PDF-1.7\n');
    const pattern = Buffer.from(
      Uint8Array.from({ length: size }, (_, i) => (i * 2654435761) >>> 24),
    );
    const end = Buffer.from('\n%%EOF\n');
    const bytes = Buffer.concat([head, pattern.subarray(head.length, size - end.length), end]);
    const id = await begun(bytes);
    await part(id, 0, head);
    let acknowledged = 0;
    for (let kill = 1; kill <= 3; kill += 1) {
      const script = join(import.meta.dirname, 'receive.fixture.ts');
      const argument = [database.url, folder, me.account, id, '65536'];
      const child = spawn(process.execPath, ['--import', 'tsx', script, ...argument]);
      let parts = 0;
      for await (const said of child.stdout) {
        for (const line of String(said).split('\n')) {
          if (line === '') continue;
          acknowledged = Number(line);
          parts += 1;
        }
        if (parts >= 5 && child.exitCode === null) child.kill('SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expect(child.signalCode).toBe('SIGKILL');
      const { received = 0 } = (await ownUpload(db, me, id)) ?? {};
      expect(received).toBeGreaterThanOrEqual(acknowledged);
      expect(received).toBeLessThan(size - end.length);
      expect(await files.growing(id).size()).toBeGreaterThanOrEqual(received);
    }
    const { received = 0 } = (await ownUpload(db, me, id)) ?? {};
    await part(id, received, bytes.subarray(received));
    expect(await finish(id)).toMatchObject({ state: 'whole', digest: sha256(bytes) });
    // Another start of the store takes away what the killed ones left half received.
    const names = (await readdir(join(folder, 'incoming'))).length;
    expect(names).toBeLessThanOrEqual(3);
  });
});

describe('认内容', () => {
  test('内容不是说的那样，不收，不留文件', async () => {
    const { upload } = await sent(await fileOf('png'));
    expect(upload).toMatchObject({ state: 'refused', refusedBecause: 'other-ending png' });
    const { upload: html } = await sent(Buffer.from('<script>alert(1)</script>'));
    expect(html).toMatchObject({ state: 'refused', refusedBecause: 'unknown' });
    expect(await left()).toEqual([]);
  });
});

describe('使用', () => {
  test('只用一次，只为当初说的用途', async () => {
    const bytes = await fileOf('pdf', '六');
    const { id } = await sent(bytes);
    expect(await use(id, 'authorisation')).toMatchObject({ refused: { code: 'no-such' } });
    expect(await use(id)).toEqual({
      ok: true,
      file: { digest: sha256(bytes), size: bytes.length, type: 'pdf', name: '执照.pdf' },
    });
    expect(await use(id)).toMatchObject({ refused: { code: 'used-already' } });
    expect(await cancelUpload(db, files, me, id)).toBe(false);
    expect(await use(await begun(bytes))).toMatchObject({ refused: { code: 'not-whole' } });
  });

  test('同时使用两次，只成一次', async () => {
    const { id } = await sent(await fileOf('pdf', '七'));
    const both = await Promise.all([use(id), use(id)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('限量', () => {
  const limits = { open: 2, bytesADay: 1000 };
  const begin = (size: number, machine = AT.machine) =>
    beginUpload(db, me, { purpose: 'licence', name: 'a.pdf', size }, { ...AT, machine }, limits);

  test('同时开着的个数，同时开始也数得清', async () => {
    const all = await Promise.all([begin(10), begin(10), begin(10), begin(10)]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(2);
    expect(all.find(({ ok }) => !ok)).toMatchObject({
      refused: { code: 'too-many-open', most: 2 },
    });
  });

  test('一天的总量，过一天重新计', async () => {
    expect(await begin(900)).toMatchObject({ ok: true });
    expect(await begin(101)).toMatchObject({ refused: { code: 'too-much-a-day' } });
    expect(await begin(101, later(1.1))).toMatchObject({ ok: true });
  });
});

describe('清理', () => {
  test('没人再传的、没有用上的，连文件一起清掉；用上的留着', async () => {
    const [used, unused] = [await fileOf('pdf', '八'), await fileOf('pdf', '九')];
    const { id } = await sent(used);
    await use(id);
    await sent(unused);
    await part(await begun(used), 0, used.subarray(0, 9));
    await sweepUploads(db, files, AT.machine);
    expect(await left()).toHaveLength(3);
    // What loses its row is taken away the time after.
    await sweepUploads(db, files, later(40));
    await sweepUploads(db, files, later(41));
    expect(await left()).toEqual([sha256(used)]);
    expect(await ownUpload(db, me, id)).toMatchObject({ state: 'used' });
  });

  test('内容相同的还有人用，就不清', async () => {
    const bytes = await fileOf('pdf', '十');
    await sent(bytes);
    const { id } = await sent(bytes);
    await use(id);
    for (const days of [40, 41, 42]) await sweepUploads(db, files, later(days));
    expect(await left()).toEqual([sha256(bytes)]);
  });
});
