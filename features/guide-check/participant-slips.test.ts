import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { faultLine, guideFault } from '@fuchi/record-guide-version/guide-fault';
import { describe, expect, test } from 'vitest';

const SCHOOL = 'lines/school.yaml';
const PARTS = `参与单位:
  条款: 1(1)
  说: 列出合作的企业。
  本单位: 牵头单位
  份额: 是
  角色:
    - { 名: 合作企业, 必有: 是 }
    - { 名: 境外机构, 境外: 是 }
材料:
  - { 名: 培训人数审计报告, 条款: 1(1), 出具: 会计师事务所, 审计报告: 必须 }
`;

function read(parts: string) {
  const files = { ...SMALL_GUIDE, [SCHOOL]: `${SMALL_GUIDE[SCHOOL]}${parts}` };
  return readGuide(new Map(Object.entries(files)));
}

function check(parts: string): string[] {
  const { guide, faults } = read(parts);
  return [...faults, ...checkGuide(guide).faults]
    .map((f) => faultLine(guideFault(f)))
    .map((line) => line.replace(/^\S+ /, ''));
}

const SLIPS: readonly [slip: string, from: string, to: string, code: string][] = [
  ['没有角色', PARTS.slice(PARTS.indexOf('  角色:'), PARTS.indexOf('材料:')), '', 'missing-key'],
  ['没有说本单位是什么', '  本单位: 牵头单位\n', '', 'missing-key'],
  ['没有条款', '  条款: 1(1)\n', '', 'missing-key'],
  ['条款写法不对', '  条款: 1(1)\n', '  条款: 第一条\n', 'clause-form'],
  ['角色写了两次', '名: 境外机构', '名: 合作企业', 'listed-twice'],
  ['必有只能是或否', '必有: 是', '必有: 两家', 'not-a-word'],
  ['写错的键', '份额: 是', '份颔: 是', 'unknown-key'],
  ['审计报告只有两种', '审计报告: 必须', '审计报告: 是', 'not-a-word'],
];

describe('参与单位和审计报告', () => {
  test('写对了就没有错误，读出来的和写的一样', () => {
    expect(check(PARTS)).toEqual([]);
    const line = read(PARTS).guide.lines.find(({ id }) => id === 'school');
    expect(line?.participants).toMatchObject({
      applicant: '牵头单位',
      share: true,
      roles: [
        { name: { text: '合作企业' }, required: true, abroad: false },
        { name: { text: '境外机构' }, required: false, abroad: true },
      ],
    });
    expect(line?.papers.map(({ audit }) => audit)).toContain('必须');
  });

  test.each(SLIPS)('%s', (_, from, to, code) => {
    expect(PARTS).toContain(from);
    const found = check(PARTS.replace(from, to));
    expect(found.map((line) => line.split(' ')[0])).toEqual([code]);
  });
});
