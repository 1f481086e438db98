import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditCode, openNumberDrafts } from '../numbers/number-drafts.fixture.ts';
import { checkAudits } from './check-audits.ts';

let at: Awaited<ReturnType<typeof openNumberDrafts>>;
beforeAll(async () => {
  at = await openNumberDrafts();
});
afterAll(() => at.close());

test('审计报告的验证码随字段保存，不能由两家单位使用；同一单位的另一份申报可以', async () => {
  const first = await at.draft('little-giant');
  const [second, again] = [await at.draft('tech-upgrade'), await at.draft('tech-upgrade', first)];
  await at.save(first, auditCode('a', '苏22-0001'));
  expect(await at.kept(first)).toEqual(['audit 苏22-0001']);
  await at.save(second, auditCode('b', ' 苏２２—0001'));
  await at.save(again, auditCode('c', '苏22-0001'));
  expect(await at.codesUsed(second)).toEqual([]);
  await at.state(first, 'submitted');
  const found = await at.codesUsed(second);
  expect(found).toMatchObject([{ part: 'audits', path: 'b/报备验证码', blocks: true }]);
  expect(found[0]?.says).not.toContain(first.actor.organisation.name);
  expect(await at.codesUsed(first)).toEqual([]);
  expect(await at.codesUsed(again)).toEqual([]);
  await at.save(second, { 'audit/b': null });
  expect(await at.kept(second)).toEqual([]);
  expect(await at.codesUsed(second)).toEqual([]);
});

test('刚开始登记的审计报告，缺的合成一处说，指到第一项', async () => {
  const own = await at.draft('tech-upgrade');
  await at.save(own, auditCode('a', '苏22-0002'));
  const blank = (await at.findings(own, checkAudits)).filter(
    ({ code }) => code === 'no-audit-field',
  );
  expect(blank).toEqual([
    {
      code: 'no-audit-field',
      part: 'audits',
      path: 'a/报告类型',
      says: '第1份审计报告还没有填写：报告类型、年度、会计师事务所、报告文号、报告日期、注册会计师、审计意见、审定金额。',
      blocks: true,
    },
  ]);
});

test('同时提交的几家有同一个验证码：只有一家通过检查', async () => {
  const drafts = await Promise.all([1, 2, 3, 4].map(() => at.draft('tech-upgrade')));
  for (const own of drafts) await at.save(own, auditCode('a', '苏22-0077'));
  const passed = await Promise.all(drafts.map((own) => at.received(own, checkAudits)));
  expect(passed.filter((one) => one)).toHaveLength(1);
});
