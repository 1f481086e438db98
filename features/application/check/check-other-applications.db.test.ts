import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { FIRM, NOW, OTHER, openRegisters, unit } from '@fuchi/record-register/register.fixture';
import type { RoundSettings } from '@fuchi/record-round/contract';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApplication } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';
import { checkOtherApplications } from './check-other-applications.ts';

type Person = Awaited<ReturnType<typeof at.person>>;
let at: Awaited<ReturnType<typeof openRegisters>>;
let own: Person;
let other: Person;
beforeAll(async () => {
  at = await openRegisters();
  own = await at.person(FIRM);
  other = await at.person(OTHER);
});
afterAll(() => at.close());
beforeEach(async () => {
  await at.db.updateTable('application').set({ state: 'withdrawn' }).execute();
});

const roundWith = (more: Partial<RoundSettings> = {}) => openRoundForTests(at.db, NOW, more);

/** A draft; with a number, one that was received. */
async function application(
  who: Person,
  round: string,
  line: string,
  title: string,
  number?: string,
): Promise<string> {
  const owner = { organisation: who.organisation.id, account: who.account };
  const id = await applicationForTests(at.db, owner, NOW, { round, line });
  const received = number === undefined ? {} : { state: 'submitted', number, submitted_at: NOW };
  await at.db
    .updateTable('application')
    .set({ title, ...received })
    .where('id', '=', id)
    .execute();
  const fields = { 'project/名称': title };
  await fieldsForTests(at.db, { application: id, account: who.account }, fields, NOW);
  return id;
}

async function found(who: Person, id: string) {
  const open = await openApplication(at.db, who, id);
  const regions = regionsFrom(open.guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const said = await saidApplication({ db: at.db, regions: regions.value }, open, NOW);
  const findings = await checkOtherApplications(at.db, said, NOW);
  return findings.map(({ code, says, clause, blocks }) => ({ code, says, clause, blocks }));
}

describe('一个申报单位申报一个项目', () => {
  test.each([
    ['blocks', true],
    ['warns', false],
  ] as const)('批次定为%s：已提交的是否挡住，按批次', async (oneApplication, blocks) => {
    const round = await roundWith({ oneApplication });
    await application(own, round, 'green-upgrade', '示例节水改造', `2022-${oneApplication}-1`);
    const second = await application(own, round, 'data-product', '示例数据产品');
    expect(await found(own, second)).toEqual([
      {
        code: 'other-application',
        says: `本单位在本批次已提交${titleOf('green-upgrade')}“示例节水改造”（受理编号2022-${oneApplication}-1）；一个申报单位原则上申报一个项目。`,
        clause: 'call-10',
        blocks,
      },
    ]);
  });

  test('还是草稿的只提醒；撤回的、别的单位的、别的批次的都不算', async () => {
    const round = await roundWith();
    const elsewhere = await roundWith();
    const first = await application(own, round, 'green-upgrade', '示例节水改造');
    await application(other, round, 'green-upgrade', '示例改造', '2022-2-1');
    await application(own, elsewhere, 'green-upgrade', '示例改造', '2022-2-2');
    const second = await application(own, round, 'data-product', '示例数据产品');
    expect((await found(own, second)).map(({ code, blocks }) => [code, blocks])).toEqual([
      ['other-draft', false],
    ]);
    await at.db
      .updateTable('application')
      .set({ state: 'withdrawn' })
      .where('id', '=', first)
      .execute();
    expect(await found(own, second)).toEqual([]);
  });

  test.each(['draft', 'finalised'])('退回后重新修改或定稿的（%s），仍算已提交', async (state) => {
    const round = await roundWith({ oneApplication: 'blocks' });
    const first = await application(own, round, 'green-upgrade', '示例节水改造', `2022-6-${state}`);
    await at.db
      .updateTable('application')
      .set({ state, returned_at: NOW })
      .where('id', '=', first)
      .execute();
    const second = await application(own, round, 'data-product', '示例数据产品');
    expect((await found(own, second)).map(({ code, blocks }) => [code, blocks])).toEqual([
      ['other-application', true],
    ]);
  });

  test('授牌认定奖励、重大展会、重大活动不占这一个，也不受它限制', async () => {
    const round = await roundWith();
    const free = at.guide.callExcept['call-6'] ?? [];
    expect(free).toContain('exhibition');
    const fair = await application(own, round, 'exhibition', '示例展会', '2022-3-1');
    const second = await application(own, round, 'data-product', '示例数据产品', '2022-3-2');
    expect([await found(own, fair), await found(own, second)]).toEqual([[], []]);
  });

  test('批次不设这一条，什么都不说', async () => {
    const round = await roundWith({ oneApplication: 'off' });
    await application(own, round, 'green-upgrade', '示例节水改造', '2022-4-1');
    const second = await application(own, round, 'data-product', '示例数据产品');
    expect(await found(own, second)).toEqual([]);
  });
});

describe('以前的项目', () => {
  beforeAll(async () => {
    const project = (firm: typeof FIRM, year: string, name: string, accepted: string) => ({
      ...unit(firm),
      立项年度: year,
      项目类别: '技术改造',
      项目名称: name,
      验收情况: accepted,
    });
    await at.list({
      register: 'supported-projects',
      year: '',
      asOf: '2022-03-10',
      rows: [
        project(FIRM, '2020', '示例“智能”产线（一期）', '未验收'),
        project(FIRM, '2019', '示例老项目', '已验收'),
        project(OTHER, '2019', '示例旧线改造', '验收未通过'),
      ],
    });
  });

  test('没有验收的一个一个说出来，已验收的、别人的不说', async () => {
    const id = await application(own, await roundWith(), 'data-product', '示例数据产品');
    expect(await found(own, id)).toEqual([
      {
        code: 'earlier-not-accepted',
        says: '2020年度已获支持的项目“示例“智能”产线（一期）”未验收；有未验收的项目不能再申报。',
        clause: 'call-6',
        blocks: false,
      },
    ]);
    const theirs = await application(other, await roundWith(), 'data-product', '示例产品');
    expect((await found(other, theirs)).map(({ says }) => says)).toEqual([
      '2019年度已获支持的项目“示例旧线改造”验收未通过；有未验收的项目不能再申报。',
    ]);
  });

  test.each([
    ['blocks', true],
    ['warns', false],
  ] as const)(
    '同名的项目，空格和括号写得不同也认得出来；批次定为%s',
    async (sameProject, blocks) => {
      const round = await roundWith({ oneApplication: 'off', sameProject });
      const id = await application(own, round, 'exhibition', '示例智能 产线(一期)');
      expect(await found(own, id)).toEqual([
        {
          code: 'same-project',
          says: '项目名称与2020年度已获支持的项目“示例“智能”产线（一期）”相同；同一项目不能重复获得支持，请核对。',
          clause: undefined,
          blocks,
        },
      ]);
      const number = `2022-5-${sameProject}`;
      await application(own, round, 'event', '示例智能产线一期', number);
      expect(await found(own, id)).toContainEqual({
        code: 'same-project',
        says: `项目名称与本批次的${titleOf('event')}（受理编号${number}）相同；同一项目不能重复获得支持，请核对。`,
        clause: undefined,
        blocks,
      });
    },
  );
});

function titleOf(line: string): string {
  return at.guide.lines.find(({ id }) => id === line)?.title ?? '';
}
