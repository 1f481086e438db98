import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { FIRM, NOW, OTHER, openRegisters, unit } from '@fuchi/record-register/register.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplication } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';

const ABOVE = '规模以上工业企业';
let at: Awaited<ReturnType<typeof openRegisters>>;
let round: string;
beforeAll(async () => {
  at = await openRegisters();
  round = await openRoundForTests(at.db, NOW);
});
afterAll(() => at.close());

/** A draft of a firm of that name and code, in which somebody told that it is no enterprise above scale. */
async function draft(firm: typeof FIRM, line = 'benchmark-factory') {
  const { db } = at;
  const actor = await at.person(firm);
  const { account, organisation } = actor;
  const who = { organisation: organisation.id, account };
  const id = await applicationForTests(db, who, NOW, { round, line });
  await fieldsForTests(db, { application: id, account }, { [`fact/${ABOVE}`]: '否' }, NOW);
  return async () => {
    const open = await openApplication(db, actor, id);
    const regions = regionsFrom(open.guide.guide.regions);
    if (!regions.ok) throw new Error(regions.code);
    const { said, judged } = await saidApplication({ db, regions: regions.value }, open, NOW);
    const rests = judged.assessment.conditions.find(({ facts }) =>
      facts.some(({ id: fact }) => fact === ABOVE),
    );
    return { settled: said.settled, outcome: rests?.outcome };
  };
}

test('导入以前以单位填的为准；导入以后名单说了算，写明出自哪里；名单不问的类别不受影响', async () => {
  const [listed, absent, elsewhere] = [
    await draft(FIRM),
    await draft(OTHER),
    await draft({ creditCode: '91320583MA1MPA7W9B', name: '示例软件有限公司' }, 'talent-training'),
  ];
  expect(await listed()).toEqual({ settled: {}, outcome: 'unmet' });
  await at.list({ register: 'above-scale', year: '2022', asOf: '2022-02-28', rows: [unit(FIRM)] });
  const source = '规模以上工业企业名单（2022年度，截至2022年2月28日，第1版）';
  expect(await listed()).toMatchObject({
    settled: { [ABOVE]: { value: '是', source } },
    outcome: 'met',
  });
  expect(await absent()).toMatchObject({
    settled: { [ABOVE]: { value: '否', source } },
    outcome: 'unmet',
  });
  expect((await elsewhere()).settled).toEqual({});
});

test('通知规定的申报条件问到的，名单知道的也在', async () => {
  const third = { creditCode: '91320583MADEM0011F', name: '示例装备有限公司' };
  const told = await draft(third, 'talent-training');
  await at.list({
    register: 'business-registration',
    year: '',
    asOf: '2022-03-10',
    rows: [{ ...unit(third), 注册地: '昆山市', 成立日期: '2011-04-18', 法人资格: '是' }],
  });
  expect((await told()).settled).toMatchObject({ 独立法人: { value: '是' } });
});
