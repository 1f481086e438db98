import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applicationForTests } from './application.fixture.ts';
import type { ScanPage } from './contract-scan.ts';
import {
  addScan,
  assignScanPage,
  missingSeals,
  printsOf,
  removeScan,
  scansOf,
} from './seal-store.ts';
import { versionForTests } from './version.fixture.ts';

const NOW = new Date('2022-04-08T02:00:00Z');
let database: TestDatabase;
let actor: Actor;
let application: string;

beforeAll(async () => {
  database = await openTestDatabase();
  ({ actor } = await signInForTests(database.db, { role: 'submitter', machine: NOW }));
});
afterAll(() => database.close());
beforeEach(async () => {
  const who = { organisation: actor.organisation.id, account: actor.account };
  application = await applicationForTests(database.db, who, NOW);
  await versionForTests(database.db, { application, account: actor.account }, NOW, [
    { kind: 'commitment', title: '信用承诺书', pages: 1 },
    { kind: 'letter-1', title: '承诺函', pages: 1 },
    { kind: 'application', title: '申报书', pages: 3 },
  ]);
});

const code = (kind: string, page: number): ScanPage => ({ how: 'code', kind, page });
const missing = async () =>
  (await missingSeals(database.db, application, 1)).map(
    ({ title, pages }) => `${title} ${pages.join('、')}`,
  );
async function scan(pages: readonly ScanPage[]): Promise<string> {
  const { digest } = (await printsOf(database.db, { application, version: 1 }))[0] ?? {};
  if (digest === undefined) throw new Error('no print');
  const file = { digest, name: '盖章.pdf', type: 'pdf', size: 1000 } as const;
  return change(database.db, byActor(actor), NOW, (work, record) =>
    addScan(
      work,
      record,
      { application, version: 1, account: actor.account },
      { ...file, pages, signers: null },
      NOW,
    ),
  );
}

describe('盖章扫描件', () => {
  test('没有扫描件时每一页都缺；打印件按申报书、承诺书、承诺函的次序', async () => {
    expect(await missing()).toEqual(['申报书 1、2、3', '信用承诺书 1', '承诺函 1']);
  });

  test('几个打印件可以扫在一起，也可以分几次；认不出的页不算', async () => {
    await scan([code('application', 1), code('commitment', 1), { how: 'unread' }]);
    expect(await missing()).toEqual(['申报书 2、3', '承诺函 1']);
    await scan([code('application', 3), code('application', 2), code('letter-1', 1)]);
    expect(await missing()).toEqual([]);
    expect(await missingSeals(database.db, application, 2)).toEqual([]);
  });

  test('指认的页算数，记下谁认的；撤下的不算', async () => {
    const id = await scan([{ how: 'unread' }, { how: 'unread' }]);
    const by = { account: actor.account, by: actor.name, at: NOW.toISOString() };
    await change(database.db, byActor(actor), NOW, async (work, record) => {
      const page = { how: 'person', kind: 'commitment', page: 1, ...by } as const;
      await assignScanPage(work, record, { application, scan: id, at: 2, is: page });
      await assignScanPage(work, record, {
        application,
        scan: id,
        at: 1,
        is: { how: 'unread' },
      });
    });
    expect(await missing()).toEqual(['申报书 1、2、3', '承诺函 1']);
    expect(await scansOf(database.db, { application, version: 1 })).toMatchObject([
      { pages: [{ how: 'unread' }, { how: 'person', kind: 'commitment', by: actor.name }] },
    ]);
    const from = { application, version: 1, id, account: actor.account };
    const removed = () =>
      change(database.db, byActor(actor), NOW, (work, record) =>
        removeScan(work, record, from, NOW),
      );
    expect(await removed()).toBe(true);
    expect(await missing()).toEqual(['申报书 1、2、3', '信用承诺书 1', '承诺函 1']);
    const events = await database.db
      .selectFrom('event')
      .select(['kind', 'after'])
      .where('subject_id', '=', application)
      .where('kind', 'like', 'scan-%')
      .orderBy('id')
      .execute();
    expect(events.map(({ kind }) => kind)).toEqual([
      'scan-added',
      'scan-page-assigned',
      'scan-page-assigned',
      'scan-removed',
    ]);
    expect(events[1]?.after).toEqual({ scan: id, scanPage: 2, print: 'commitment', page: 1 });
  });
});
