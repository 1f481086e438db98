import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TrailDigest } from './digest-file.ts';
import { trailDigest } from './digest-store.ts';
import { faultText } from './fault-text.ts';
import { forgeChains, layTrail, restoreTrail } from './tampered.fixture.ts';
import { verifyTrail } from './verify-store.ts';

let database: TestDatabase;
let exported: TrailDigest;
beforeAll(async () => {
  database = await openTestDatabase();
  await layTrail(database);
  exported = await trailDigest(database.db, '2022-03-18 23:00');
});
afterAll(() => database.close());
beforeEach(() => restoreTrail(database));

const run = (text: string) => sql.raw(text).execute(database.db);
const faults = async (against?: TrailDigest) => {
  const found = await verifyTrail(database.db, against && { kind: 'file', digest: against });
  return found.faults;
};
const codes = async (against?: TrailDigest) => (await faults(against)).map(({ code }) => code);

test('没有动过：什么也查不出来', async () => {
  expect(await verifyTrail(database.db, { kind: 'file', digest: exported })).toMatchObject({
    events: 15,
    chains: 4,
    seals: 2,
    lastSeal: { day: '2022-03-17' },
    faults: [],
  });
  expect(exported.tail).toMatchObject({ events: 6, lastEvent: '15' });
  const { digest = '' } = exported.seals[0] ?? {};
  expect(await verifyTrail(database.db, { kind: 'digest', digest })).toMatchObject({
    day: '2022-03-16',
    faults: [],
  });
});

/** An edit of each column; `old` stands for what it holds. */
const EDITS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  event: {
    id: ['id + 1000'],
    at: [`at + interval '1 microsecond'`, `at - interval '1 day'`, `'infinity'`, `'-infinity'`],
    subject_kind: [`'account'`],
    subject_id: [`'99'`],
    number: ['number + 100'],
    kind: [`'denied'`],
    account_id: ['coalesce(account_id, 0) + 1'],
    role: [`coalesce(role, '') || 'x'`],
    organisation_id: ['coalesce(organisation_id, 0) + 1'],
    for_account_id: ['coalesce(for_account_id, 0) + 1'],
    address: [`coalesce(address, '') || '1'`],
    before: [
      'null',
      `'null'`,
      `jsonb_set(before, '{n}', '1.0')`,
      `jsonb_set(before, '{parts,1,a}', '"y"')`,
      `before || '{"more": 9007199254740993}'`,
      `before - 'n'`,
    ],
    after: ['null', `'{}'`, `after || '{"m": 1}'`],
    guide_digest: ['null', `'x'`],
    previous_digest: [`repeat('1', 64)`],
    digest: [`repeat('1', 64)`],
  },
  event_chain: {
    subject_kind: [`'account'`],
    subject_id: [`'99'`],
    number: ['number + 1'],
    digest: [`repeat('1', 64)`],
  },
  event_seal: {
    day: ['day - 100', 'day + 100'],
    events: ['events + 1'],
    last_event_id: ['last_event_id - 1'],
    previous_digest: [`repeat('1', 64)`],
    digest: [`repeat('1', 64)`],
    sealed_at: [`sealed_at + interval '1 microsecond'`, `sealed_at + interval '1 hour'`],
  },
};

describe('改一栏', () => {
  test('每张表的每一栏都试过', async () => {
    for (const [table, edits] of Object.entries(EDITS)) {
      const { rows } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns where table_name = ${table}`.execute(
        database.db,
      );
      expect(Object.keys(edits).sort()).toEqual(rows.map(({ name }) => name).sort());
    }
  });

  const cases = Object.entries(EDITS).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, values]) =>
      values.flatMap((value) => rowsOf(table).map((where) => ({ table, column, value, where }))),
    ),
  );
  test.each(cases)('$table 的 $column = $value（$where）查得出来', async (edit) => {
    const { table, column, value, where } = edit;
    await run(`update ${table} set ${column} = ${value} where ${where}`);
    expect(await codes(exported)).not.toEqual([]);
    // The number of an event nobody sealed or exported vouches for nothing yet.
    const unseen = column === 'id' && where === 'id = 15';
    if (!unseen) expect(await codes()).not.toEqual([]);
    for (const fault of await faults(exported)) expect(faultText(fault)).toMatch(/：|不见/);
  });
});

/** One in the middle, one at the beginning of a chain, one that isn't sealed yet. */
function rowsOf(table: string): readonly string[] {
  if (table === 'event') return ['id = 1', 'id = 3', 'id = 15'];
  if (table === 'event_chain') return [`subject_id = '2'`];
  return [`day = '2022-03-16'`, `day = '2022-03-17'`];
}

const FORGED =
  'insert into event (id, at, subject_kind, subject_id, number, kind, previous_digest, digest) overriding system value values';

interface Tampering {
  readonly says: string;
  readonly by: readonly string[];
  /** Whoever does it also makes anew what follows from it. */
  readonly forge?: 'chains' | 'chains and seals';
  /** Codes of what is found without anything exported, and with it. */
  readonly alone: readonly string[];
  readonly against?: readonly string[];
}

const TAMPERINGS: readonly Tampering[] = [
  {
    says: '改了内容，那一条的摘要也重算',
    by: [`update event set kind = 'denied' where id = 3`],
    forge: 'chains',
    alone: ['seal-differs', 'seal-differs'],
  },
  {
    says: '改了内容，链和封存全部重算',
    by: [`update event set kind = 'denied' where id = 3`],
    forge: 'chains and seals',
    alone: [],
    against: ['export-differs', 'export-differs', 'tail-differs'],
  },
  {
    says: '删掉中间一条',
    by: ['delete from event where id = 3'],
    alone: ['removed', 'seal-differs'],
  },
  {
    says: '删掉中间一条，链重算',
    by: ['delete from event where id = 3'],
    forge: 'chains',
    alone: ['seal-differs', 'seal-differs'],
  },
  {
    says: '删掉一条链的最后一条（未封存）',
    by: ['delete from event where id = 15'],
    alone: ['other-end'],
    against: ['other-end', 'tail-differs'],
  },
  {
    says: '删掉最后一条，链尾也改好',
    by: ['delete from event where id = 15'],
    forge: 'chains',
    alone: [],
    against: ['tail-differs'],
  },
  {
    says: '整条链删掉，连链尾（未封存的对象）',
    by: [
      `delete from event where subject_id = '4'`,
      `delete from event_chain where subject_id = '4'`,
    ],
    alone: [],
    against: ['tail-differs'],
  },
  {
    says: '整条链的事件删掉，链尾还在',
    by: [`delete from event where subject_id = '4'`],
    alone: ['other-end'],
    against: ['tail-differs', 'other-end'],
  },
  {
    says: '链尾删掉',
    by: [`delete from event_chain where subject_id = '2'`],
    alone: ['other-end'],
  },
  {
    says: '全部清空',
    by: ['truncate event, event_chain, event_seal'],
    alone: [],
    against: ['export-differs', 'export-differs', 'tail-differs'],
  },
  {
    says: '删掉最后一天的封存',
    by: [`delete from event_seal where day = '2022-03-17'`],
    alone: [],
    against: ['export-differs'],
  },
  {
    says: '删掉最后一天的封存和那天以后的事件，链改好',
    by: [`delete from event_seal where day = '2022-03-17'`, 'delete from event where id > 5'],
    forge: 'chains and seals',
    alone: [],
    against: ['export-differs', 'tail-differs'],
  },
  {
    says: '删掉第一天的封存',
    by: [`delete from event_seal where day = '2022-03-16'`],
    alone: ['seal-other-before', 'seal-differs'],
    against: ['seal-other-before', 'seal-differs', 'export-differs'],
  },
  {
    says: '同一条链里两条换位置',
    by: [
      'update event set id = 1003 where id = 3',
      'update event set id = 3 where id = 5',
      'update event set id = 5 where id = 1003',
    ],
    alone: ['removed', 'out-of-order', 'removed', 'seal-differs'],
  },
  {
    says: '不同链的两条换位置',
    by: [
      'update event set id = 1002 where id = 2',
      'update event set id = 2 where id = 1',
      'update event set id = 1 where id = 1002',
    ],
    alone: ['seal-differs'],
  },
  {
    says: '不同链的两条换位置（未封存）',
    by: [
      'update event set id = 1002 where id = 10',
      'update event set id = 10 where id = 11',
      'update event set id = 11 where id = 1002',
    ],
    alone: [],
    against: ['tail-differs'],
  },
  {
    says: '在已封存的日子里补一条',
    by: [
      'update event set id = id + 1000 where id > 3',
      `${FORGED} (4, '2022-03-16T02:00:03.5Z', 'round', '1', 99, 'noted', '', '')`,
      'update event set id = id - 999 where id > 1000',
      'update event_seal set last_event_id = last_event_id + 1',
    ],
    forge: 'chains and seals',
    alone: [],
    against: ['export-differs', 'export-differs', 'tail-differs'],
  },
  {
    says: '在最后补一条，写早几天的时间',
    by: [`${FORGED} (16, '2022-03-16T02:00:03.5Z', 'round', '1', 99, 'noted', '', '')`],
    forge: 'chains',
    alone: ['backdated'],
  },
  {
    says: '在未封存的中间补一条',
    by: [
      'update event set id = id + 1 where id = 15',
      `${FORGED} (15, '2022-03-18T02:00:04Z', 'round', '1', 99, 'noted', '', '')`,
    ],
    forge: 'chains',
    alone: [],
    against: ['tail-differs'],
  },
];

describe('删、补、换、重算', () => {
  test.each(TAMPERINGS)('$says', async ({ by, forge, alone, against }) => {
    for (const text of by) await run(text);
    if (forge) await forgeChains(database, { seals: forge === 'chains and seals' });
    expect((await codes()).sort()).toEqual([...alone].sort());
    const found = await codes(exported);
    expect(found).not.toEqual([]);
    if (against) expect(found.sort()).toEqual([...against].sort());
  });

  test('单独给一个摘要也查得出全部重算过', async () => {
    await run(`update event set kind = 'denied' where id = 3`);
    await forgeChains(database, { seals: true });
    const digest = exported.seals.at(-1)?.digest ?? '';
    const { faults: found } = await verifyTrail(database.db, { kind: 'digest', digest });
    expect(found).toEqual([{ code: 'digest-unknown', digest }]);
  });
});
