import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeOrganisation, type Merger, mergeOrganisation } from './close-organisation.ts';
import type { NewOrganisation } from './organisation.ts';
import {
  createOrganisation,
  organisationByCode,
  organisationById,
  recommendersFor,
  renameOrganisation,
} from './organisation-store.ts';

const NOW = new Date('2022-03-16T09:00:00Z');
const DAY = '2022-03-16';
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Work = Parameters<Parameters<typeof changeOrRefuse>[3]>;
function change<Result>(work: (...given: Work) => Promise<Result>): Promise<Result> {
  return changeOrRefuse<Result, unknown>(database.db, BY_PROGRAM, NOW, work).then(resultOf);
}
function resultOf<Result>(done: Changed<Result, unknown>): Result {
  if (done.ok) return done.value;
  throw new Error(JSON.stringify(done.refused));
}

const create = (asked: NewOrganisation) =>
  changeOrRefuse<string, 'taken'>(
    database.db,
    BY_PROGRAM,
    NOW,
    async (work, record, refuse) =>
      (await createOrganisation(work, record, asked, NOW)) ?? refuse('taken'),
  );
const made = async (asked: NewOrganisation) => resultOf(await create(asked));
let codes = 0;
const freshCode = () => `91320000MA${String(++codes).padStart(8, '0')}`;
const enterprise = (creditCode = freshCode()) =>
  made({ kind: 'applicant', name: '示例精工有限公司', creditCode, territory: '320583' });
const eventsOf = async (id: string) =>
  (
    await database.db
      .selectFrom('event')
      .select('kind')
      .where('subject_kind', '=', 'organisation')
      .where('subject_id', '=', id)
      .orderBy('number')
      .execute()
  ).map((event) => event.kind);
const dutiesIn = async (organisation: string) =>
  (
    await database.db
      .selectFrom('appointment')
      .select('role')
      .where('organisation_id', '=', organisation)
      .where('ended_at', 'is', null)
      .orderBy('role')
      .execute()
  ).map((duty) => duty.role);

describe('信用代码', () => {
  test('同时登记同一个代码，只有一家成', async () => {
    const creditCode = freshCode();
    const done = await Promise.all(
      [1, 2, 3].map(() => create({ kind: 'applicant', name: '示例公司', creditCode })),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('关闭以后代码可以重新登记，历史还在', async () => {
    const creditCode = freshCode();
    const first = await enterprise(creditCode);
    expect(await organisationByCode(database.db, creditCode)).toMatchObject({ id: first });
    await change((work, record) =>
      closeOrganisation(work, record, { id: first, why: '注销' }, NOW),
    );
    expect(await organisationByCode(database.db, creditCode)).toBeUndefined();
    const second = await enterprise(creditCode);
    expect(second).not.toBe(first);
    expect(await organisationById(database.db, first)).toMatchObject({
      creditCode,
      status: 'closed',
    });
  });
});

describe('更名', () => {
  test('曾用名按先后留着', async () => {
    const id = await enterprise();
    for (const name of ['示例智造有限公司', '示例智造股份有限公司']) {
      await change((work, record) => renameOrganisation(work, record, { id, name }));
    }
    expect(await organisationById(database.db, id)).toMatchObject({
      name: '示例智造股份有限公司',
      formerNames: ['示例精工有限公司', '示例智造有限公司'],
    });
    expect(await eventsOf(id)).toEqual([
      'organisation-created',
      'organisation-renamed',
      'organisation-renamed',
    ]);
  });

  test('同时改两个名，两个都留下', async () => {
    const id = await enterprise();
    await Promise.all(
      ['甲有限公司', '乙有限公司'].map((name) =>
        change((work, record) => renameOrganisation(work, record, { id, name })),
      ),
    );
    const { name, formerNames } = (await organisationById(database.db, id)) ?? {};
    expect([...(formerNames ?? []), name].sort()).toEqual(
      ['示例精工有限公司', '甲有限公司', '乙有限公司'].sort(),
    );
  });
});

describe('并入', () => {
  const merge = (asked: Omit<Merger, 'day'>) =>
    change((work, record) => mergeOrganisation(work, record, { ...asked, day: DAY }, NOW));

  async function twoFirms() {
    const [from, into] = [await enterprise(), await enterprise()];
    const people = await Promise.all(
      (['applicant-admin', 'filler', 'submitter'] as const).map((role) =>
        signInForTests(database.db, { role, organisation: from }),
      ),
    );
    await signInForTests(database.db, { role: 'applicant-admin', organisation: into });
    return { from, into, people };
  }

  test('人转过去：管理员成为填报人，其他人岗位不变，原单位的岗位都终止', async () => {
    const { from, into } = await twoFirms();
    expect(await merge({ from, into, people: 'move' })).toEqual({ moved: 3 });
    expect(await dutiesIn(from)).toEqual([]);
    expect(await dutiesIn(into)).toEqual(['applicant-admin', 'filler', 'filler', 'submitter']);
    expect(await organisationById(database.db, from)).toMatchObject({
      status: 'closed',
      mergedInto: into,
    });
    expect(await eventsOf(from)).toContain('organisation-merged');
    expect(await eventsOf(into)).toContain('organisation-joined');
  });

  test('人不转：岗位终止，代码可以重新登记', async () => {
    const { from, into } = await twoFirms();
    const { creditCode = '' } = (await organisationById(database.db, from)) ?? {};
    expect(await merge({ from, into, people: 'end' })).toEqual({ moved: 0 });
    expect(await dutiesIn(into)).toEqual(['applicant-admin']);
    await enterprise(creditCode);
  });

  test('已经在那边任职的、停用的人不妨碍并入', async () => {
    const { from, into, people } = await twoFirms();
    const [, filler, submitter] = people;
    await database.db
      .insertInto('appointment')
      .values({
        account_id: filler?.actor.account ?? '',
        organisation_id: into,
        role: 'filler',
        valid_from: DAY,
      })
      .execute();
    await database.db
      .updateTable('account')
      .set({ status: 'disabled' })
      .where('id', '=', submitter?.actor.account ?? '')
      .execute();
    expect(await merge({ from, into, people: 'move' })).toEqual({ moved: 1 });
    expect(await dutiesIn(into)).toEqual(['applicant-admin', 'filler', 'filler']);
  });

  test('两家同时互相并入，只有一家成，没有死锁', async () => {
    const { from, into } = await twoFirms();
    const done = await Promise.allSettled([
      merge({ from, into, people: 'end' }),
      merge({ from: into, into: from, people: 'end' }),
    ]);
    const results = done.map((d) => (d.status === 'fulfilled' ? d.value : String(d.reason)));
    expect(results.filter((r) => typeof r === 'object' && 'moved' in r)).toHaveLength(1);
  });
});

describe('推荐单位', () => {
  test('县里有就先到县，工信在前；区没有就到市；关闭的不算', async () => {
    const units: Record<string, string> = {};
    const add = async (
      name: string,
      territory: string,
      level: 'city' | 'county',
      department: '工信' | '财政',
    ) => {
      units[name] = await made({ kind: 'recommender', name, territory, level, department });
    };
    await add('示例市财政局', '320500', 'city', '财政');
    await add('示例市工信局', '320500', 'city', '工信');
    await add('示例县财政局', '320583', 'county', '财政');
    await add('示例县工信局', '320583', 'county', '工信');
    await add('别的市工信局', '320100', 'city', '工信');
    const names = async (territory: string) =>
      (await recommendersFor(database.db, territory)).map(({ name }) => name);
    expect(await names('320583')).toEqual([
      '示例县工信局',
      '示例县财政局',
      '示例市工信局',
      '示例市财政局',
    ]);
    expect(await names('320505')).toEqual(['示例市工信局', '示例市财政局']);
    expect(await names('320500')).toEqual(['示例市工信局', '示例市财政局']);
    await change((work, record) =>
      closeOrganisation(work, record, { id: units['示例县工信局'] ?? '', why: '撤并' }, NOW),
    );
    expect((await names('320583'))[0]).toBe('示例县财政局');
    expect(await names('340100')).toEqual([]);
  });
});
