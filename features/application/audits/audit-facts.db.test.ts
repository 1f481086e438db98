import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { FIRM, NOW, openRegisters } from '@fuchi/record-register/register.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplication } from '../open-application.ts';
import { auditFacts } from './audit-facts.ts';

const CLASS = '审计机构综合评价';
let at: Awaited<ReturnType<typeof openRegisters>>;
let settled: (firms: readonly string[]) => Promise<readonly string[]>;
beforeAll(async () => {
  at = await openRegisters();
  const { db } = at;
  const round = await openRoundForTests(db, NOW);
  const actor = await at.person(FIRM);
  const { account, organisation } = actor;
  const who = { organisation: organisation.id, account };
  const id = await applicationForTests(db, who, NOW, { round, line: 'tech-upgrade' });
  settled = async (firms) => {
    await db.deleteFrom('application_field').where('application_id', '=', id).execute();
    const rows = firms.flatMap((firm, i) => [
      [`audit/k${i}`, { order: i }] as const,
      [`audit/k${i}/会计师事务所`, firm] as const,
    ]);
    if (rows.length > 0)
      await fieldsForTests(db, { application: id, account }, Object.fromEntries(rows), NOW);
    const { application, guide } = await openApplication(db, actor, id);
    const found = await auditFacts(db, guide, application, NOW);
    return found.map(({ fact, text, source }) => `${fact} ${text} ${source}`);
  };
});
afterAll(() => at.close());

test('名单没有导入，不得出；导入后按出具报告的事务所得出，写明是哪一份名单、哪一家', async () => {
  expect(await settled(['示例会计师事务所(特殊普通合伙)'])).toEqual([]);
  await at.list({
    register: 'audit-firms',
    year: '2022',
    asOf: '2022-03-01',
    rows: [
      { 事务所名称: '示例会计师事务所（特殊普通合伙）', 等级: 'AAA' },
      { 事务所名称: '示例第二会计师事务所', 等级: 'A' },
    ],
  });
  const source = '综合评价A级以上会计师事务所名单（2022年度，截至2022年3月1日，第1版）';
  expect(await settled(['示例会计师事务所(特殊普通合伙)'])).toEqual([
    `${CLASS} A级或以上 ${source}：示例会计师事务所(特殊普通合伙)`,
  ]);
  expect(await settled(['示例会计师事务所（特殊普通合伙）', '示例第二会计师事务所'])).toEqual([
    `${CLASS} A级或以上 ${source}：示例会计师事务所（特殊普通合伙）、示例第二会计师事务所`,
  ]);
});

test('有一家不在名单上，或者还没有填事务所：不得出', async () => {
  expect(await settled(['示例会计师事务所（特殊普通合伙）', '示例小所'])).toEqual([]);
  expect(await settled(['示例会计师事务所（特殊普通合伙）', ''])).toEqual([]);
  expect(await settled([])).toEqual([]);
});
