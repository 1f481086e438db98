import { GUIDE } from '@fuchi/application/prints/content.fixture';
import { registrationForTests } from '@fuchi/enterprise-registration/registration.fixture';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { importPlainList } from '@fuchi/record-register/import-plain-list';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import type { Desk } from './desk.ts';

export interface Enterprise {
  readonly name: string;
  readonly creditCode: string;
}

export const AUDIT_FIRM = '示例会计师事务所（特殊普通合伙）';
const AS_OF = '2022-03-01';

/** What the office has set up before anybody applies: a round, its recommender, the lists of registers. */
export async function roundWithRegisters(desk: Desk, firms: readonly Enterprise[]) {
  const { db, files, clock, machine } = desk;
  const round = await openRoundForTests(db, clock.at);
  const recommender = await testPerson(db, machine.at, 'recommender-handler', {
    territory: '320500',
    level: 'city',
    department: '工信',
  });
  const { id: organisation_id } = recommender.organisation;
  await db
    .insertInto('round_recommender')
    .values({ round_id: round, organisation_id, territory: '320500', through_id: null })
    .execute();
  const { actor } = await signInForTests(db, { role: 'planning' });
  const keeper = { account: actor.account, by: byActor(actor) };
  const units = firms.map(({ name, creditCode }) => ({
    统一社会信用代码: creditCode,
    单位名称: name,
  }));
  const lists = [
    { register: 'above-scale', year: '2022', rows: units },
    {
      register: 'business-registration',
      rows: units.map((unit) => ({
        ...unit,
        注册地: '江苏省苏州市常熟市',
        成立日期: '2009-06-18',
        法人资格: '是',
      })),
    },
    { register: 'audit-firms', year: '2022', rows: [{ 事务所名称: AUDIT_FIRM, 等级: 'AAA' }] },
  ];
  for (const list of lists) {
    const plain = { ...list, source: '示例文件', asOf: AS_OF };
    await importPlainList(db, files, GUIDE, plain, keeper, clock.at);
  }

  return {
    round,
    recommender,
    /** Somebody who may fill in and submit for a firm that registered with the portal. */
    async submitterOf({ name, creditCode }: Enterprise) {
      const person = await testPerson(db, machine.at);
      const { id } = person.organisation;
      const known = { name, credit_code: creditCode, territory: '320581' };
      await db.updateTable('organisation').set(known).where('id', '=', id).execute();
      const asked = { recommender: organisation_id, account: person.account, name, creditCode };
      const registration = await registrationForTests(db, asked);
      await db
        .updateTable('registration')
        .set({ state: 'approved', organisation_id: id, decided_at: clock.at })
        .where('id', '=', registration)
        .execute();
      return person;
    },
  };
}
