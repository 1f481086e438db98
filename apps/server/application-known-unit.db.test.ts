import type { KnownUnit } from '@fuchi/application/unit/contract';
import { registrationForTests } from '@fuchi/enterprise-registration/registration.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';
import { testPerson } from './test-person.fixture.ts';

let desk: Awaited<ReturnType<typeof openApplicationDesk>>;
beforeAll(async () => {
  desk = await openApplicationDesk('talentTraining');
});
afterAll(() => desk.close());

test('注册通过的联系方式不用再写；没有通过的、别人的不取', async () => {
  const { db, at, person } = desk;
  const county = await testPerson(db, at.machine.at, 'recommender-handler', {
    territory: '320583',
    level: 'county',
    department: '工信',
  });
  const stranger = await testPerson(db, at.machine.at, 'filler');
  const registered = async (name: string, organisation: string, state: string) => {
    const recommender = county.organisation.id;
    const id = await registrationForTests(db, { recommender, account: person.account, name });
    await db
      .updateTable('registration')
      .set({ state, organisation_id: organisation })
      .where('id', '=', id)
      .execute();
  };
  const known = async () => (await desk.asked('GET', 'known-unit')).json<KnownUnit>();
  await registered('别人', stranger.organisation.id, 'approved');
  await registered('未通过', person.organisation.id, 'refused');
  expect(await known()).toEqual([]);
  await registered('陈示例', person.organisation.id, 'approved');
  const source = '单位注册信息';
  expect(await known()).toEqual([
    { name: '联系人', value: '陈示例', source },
    { name: '手机', value: '13800007788', source },
    { name: '电子邮箱', value: 'contact@example.com', source },
  ]);
});
