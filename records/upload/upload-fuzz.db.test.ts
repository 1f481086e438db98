import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { openFileStore } from '@fuchi/platform-server/files/file-store';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_TYPES, type FileType } from './contract-purpose.ts';
import { fileOf } from './file.fixture.ts';
import { finishUpload } from './upload-finish.ts';
import { beginUpload, consumeUpload, receivePart } from './upload-store.ts';
import { cancelUpload, sweepUploads } from './upload-sweep.ts';

const DAY = 86_400_000;
const TYPES = Object.keys(FILE_TYPES) as FileType[];
const LIMITS = { open: 1000, bytesADay: Number.MAX_SAFE_INTEGER };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What somebody, or a program made to harm, may do with uploads, in any order and more than one at a time. */
type Step =
  | {
      readonly do: 'begin';
      readonly type: FileType | 'junk';
      readonly ending: string;
      readonly lie: number;
    }
  | {
      readonly do: 'part';
      readonly which: number;
      readonly skip: number;
      readonly length: number;
      readonly cut: boolean;
    }
  | { readonly do: 'finish' | 'cancel' | 'use' | 'sweep'; readonly which: number };

const which = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('begin' as const),
    type: fc.constantFrom(...TYPES, 'junk' as const),
    ending: fc.constantFrom('pdf', 'png', 'zip', 'docx', 'exe'),
    lie: fc.constantFrom(0, 0, 0, 1, -1),
  }),
  fc.record({
    do: fc.constant('part' as const),
    which,
    skip: fc.constantFrom(0, 0, 0, 0, 1, -5),
    length: fc.constantFrom(1, 50, 500, 5000),
    cut: fc.constantFrom(false, false, false, true),
  }),
  fc.record({ do: fc.constantFrom('finish', 'finish', 'cancel', 'use', 'sweep'), which }),
);

test('不管怎样开始、乱传、中断、撤回，最后只留下用上的文件，内容就是传来的', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 25 }),
      async (rounds) => {
        const folder = await mkdtemp(join(tmpdir(), 'fuchi-fuzz-'));
        try {
          await run(folder, rounds);
        } finally {
          await rm(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 40 },
  );
}, 300_000);

async function run(folder: string, rounds: readonly (readonly Step[])[]): Promise<void> {
  const { db } = database;
  const files = await openFileStore(folder);
  const { actor } = await signInForTests(db, { role: 'filler' });
  const me = { account: actor.account, organisation: actor.organisation.id };
  const at = { machine: new Date(), now: new Date('2022-03-16T01:00:00Z') };
  const going: { id: string; bytes: Buffer; received: number }[] = [];
  const used = new Set<string>();

  const take = async (one: Step): Promise<void> => {
    if (one.do === 'begin') {
      const bytes =
        one.type === 'junk' ? Buffer.from('nothing') : await fileOf(one.type, '内容'.repeat(900));
      const asked = {
        purpose: 'paper',
        name: `a.${one.ending}`,
        size: bytes.length + one.lie,
      } as const;
      const begun = await beginUpload(db, me, asked, at, LIMITS);
      if (begun.ok) going.push({ id: begun.upload.id, bytes, received: 0 });
      return;
    }
    const upload = going[one.which % Math.max(1, going.length)];
    if (!upload) return;
    const { id, bytes } = upload;
    if (one.do === 'part') {
      const offset = Math.max(0, upload.received + one.skip);
      const piece = bytes.subarray(offset, offset + one.length);
      const content = Readable.from(pieces(piece, one.cut));
      const done = await receivePart(db, files, me, { id, offset, content }, at.machine);
      if (done.ok) upload.received = Math.max(upload.received, done.upload.received);
    } else if (one.do === 'finish') {
      const done = await finishUpload(db, files, me, id, at);
      if (done !== undefined && done !== 'still-coming' && done.state === 'whole') {
        expect(done.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
      }
    } else if (one.do === 'cancel') {
      await cancelUpload(db, files, me, id);
    } else if (one.do === 'use') {
      const asked = { upload: id, account: me.account, purpose: 'paper' } as const;
      const done = await db.transaction().execute((work) => consumeUpload(work, asked));
      if (done.ok) used.add(done.file.digest);
    } else {
      await sweepUploads(db, files, at.machine);
    }
  };
  for (const steps of rounds) await Promise.all(steps.map(take));
  for (const days of [40, 41, 42]) {
    await sweepUploads(db, files, new Date(at.machine.getTime() + days * DAY));
  }
  const left = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(left.sort()).toEqual([...used].sort());
}

async function* pieces(bytes: Buffer, cut: boolean) {
  yield bytes;
  if (cut) throw new Error('aborted');
}
