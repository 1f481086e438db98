import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { FIRM, NOW, OTHER, openRegisters, unit } from '@fuchi/record-register/register.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplication } from '../open-application.ts';
import { knownUnit } from './known-unit.ts';

type Person = Awaited<ReturnType<typeof at.person>>;
let at: Awaited<ReturnType<typeof openRegisters>>;
let own: Person;
let other: Person;
let round: string;
let earlier: string;
let later: string;
beforeAll(async () => {
  at = await openRegisters();
  [own, other] = [await at.person(FIRM), await at.person(OTHER)];
  const of = async (year: string) => {
    const id = await openRoundForTests(at.db, NOW);
    const row = { year, name: `${year}年度申报批次` };
    await at.db.updateTable('round').set(row).where('id', '=', id).execute();
    return id;
  };
  [earlier, round, later] = [await of('2021'), await of('2022'), await of('2023')];
});
afterAll(() => at.close());

async function draft(
  who: Person,
  of: string,
  title: string,
  said: Readonly<Record<string, string>>,
  when = NOW,
): Promise<string> {
  const owner = { organisation: who.organisation.id, account: who.account };
  const id = await applicationForTests(at.db, owner, when, { round: of, line: 'talent-training' });
  await at.db.updateTable('application').set({ title }).where('id', '=', id).execute();
  const fields = Object.entries(said).map(([name, text]) => [`unit/${name}`, text]);
  if (fields.length > 0) {
    const to = { application: id, account: who.account };
    await fieldsForTests(at.db, to, Object.fromEntries(fields), when);
  }
  return id;
}

async function known(who: Person, id: string) {
  const all = await knownUnit(at.db, await openApplication(at.db, who, id), NOW);
  return all.map(({ name, value, source }) => [name, value, source]);
}

test('取自自己的别的申报，新的优先；与年度有关的只取同一年度；以后批次的、别人的都不取', async () => {
  await draft(own, earlier, '去年的项目', {
    法定代表人: '张示例',
    开户银行: '示例银行苏州分行',
    上年营业收入: '9000万元',
    职工人数: '300',
  });
  await draft(other, round, '别人的项目', { 法定代表人: '李示例', 注册地址: '别人的地址' });
  await draft(own, later, '明年的项目', { 通讯地址: '明年的地址' });
  const fresh = await draft(own, round, '', {});
  const last = '2021年度申报批次“去年的项目”';
  expect(await known(own, fresh)).toEqual([
    ['法定代表人', '张示例', last],
    ['开户银行', '示例银行苏州分行', last],
  ]);
  const afterwards = new Date(NOW.getTime() + 60_000);
  await draft(own, round, '', { 法定代表人: '王示例', 上年营业收入: '1亿元' }, afterwards);
  const same = '2022年度申报批次“未命名项目”';
  expect(await known(own, fresh)).toEqual([
    ['法定代表人', '王示例', same],
    ['上年营业收入', '1亿元', same],
    ['开户银行', '示例银行苏州分行', last],
  ]);
});

test('名单上有的以名单为准', async () => {
  const third = await at.person({ creditCode: '91320583MADEM0011F', name: '示例装备有限公司' });
  const id = await draft(third, round, '示例项目', {});
  expect(await known(third, id)).toEqual([]);
  await draft(third, round, '另一个项目', { 成立日期: '2001-01-01' });
  await at.list({
    register: 'business-registration',
    year: '',
    asOf: '2022-03-10',
    rows: [
      {
        ...unit({ creditCode: '91320583MADEM0011F', name: '示例装备有限公司' }),
        注册地: '昆山市',
        成立日期: '2011-04-18',
        法人资格: '是',
      },
    ],
  });
  expect(await known(third, id)).toEqual([
    ['成立日期', '2011-04-18', '经营主体登记信息（截至2022年3月10日，第1版）'],
  ]);
});
