import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { faultLine, guideFault } from '@fuchi/record-guide-version/guide-fault';
import { describe, expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../docs/language/authoring.md'), 'utf8');
const section = page.slice(page.indexOf('`对应` 写在'), page.indexOf('## 申报表'));
/** The page's own example is what slips are planted in. */
const LISTS = /```yaml\n(.*?)```/s.exec(section)?.[1] ?? '';

const PLANT = 'lines/plant.yaml';
const ANNEX = `材料:
  - { 名: 设备发票审计报告, 条款: 1(1), 出具: 会计师事务所 }
附表:
  - { 名: 发票清单, 材料: 设备发票审计报告, 明细: 设备发票, 列: [付款日期] }
`;

function guideWith(lists: string, more: Readonly<Record<string, string>> = {}) {
  const files = {
    ...SMALL_GUIDE,
    'facts.yaml': `${lists}${SMALL_GUIDE['facts.yaml']}`,
    [PLANT]: `${SMALL_GUIDE[PLANT]}${ANNEX}`,
    ...more,
  };
  const { guide, faults } = readGuide(new Map(Object.entries(files)));
  const { checked, faults: found } = checkGuide(guide);
  const told = [...faults, ...found].map((f) => faultLine(guideFault(f)));
  return { checked, faults: told.map((line) => line.replace(/^\S+ /, '')) };
}

const SLIPS: readonly [slip: string, from: string, to: string, says: string][] = [
  [
    '没有这张明细',
    '列: 贷款.借据号',
    '列: 贷欵.借据号',
    'link-list “对应”的明细“贷欵”没有——是不是“贷款”？',
  ],
  [
    '对应的不是明细',
    '对应: 购置合同.合同编号',
    '对应: 项目完工日期.合同编号',
    'link-list “对应”的明细“项目完工日期”没有——写同一项目类别申报事实里的明细，或者 facts.yaml 里的明细',
  ],
  [
    '没有这一列',
    '列: 贷款.借据号',
    '列: 贷款.借据编号',
    'link-column 明细“贷款”没有类型为“文字”的列“借据编号”——是不是“借据号”？',
  ],
  [
    '对应的列不是文字',
    '列: 贷款.借据号',
    '列: 贷款.放款日期',
    'link-column 明细“贷款”没有类型为“文字”的列“放款日期”——可以写：借据号',
  ],
  [
    '只写了明细',
    '对应: 购置合同.合同编号',
    '对应: 购置合同',
    'link-form “对应”写成了“购置合同”——写“明细.列”，例如“项目投入发票.发票号码”',
  ],
  ['有金额没有上限', ', 不超过: 已发放金额', '', 'missing-key 缺少“不超过”——补上“不超过: …”'],
  ['有日期没有界限', '日期: 付款日期, ', '', 'missing-key 缺少“日期”——补上“日期: …”'],
  [
    '金额写成了日期列',
    '金额: 贷款支付金额',
    '金额: 付款日期',
    'link-column 明细“设备发票”没有类型为“金额”的列“付款日期”——可以写：贷款支付金额',
  ],
  [
    '不早于写成了金额列',
    '不早于: 放款日期',
    '不早于: 已发放金额',
    'link-column 明细“贷款”没有类型为“日期”的列“已发放金额”——可以写：放款日期',
  ],
  ['键写错了', '不早于: 放款日期', '不早于: 放款日期, 备注: 借据', 'unknown-key'],
  [
    '写在明细外的文字上',
    '贷款:\n',
    '借据: { 类型: 文字, 对应: 贷款.借据号 }\n贷款:\n',
    'link-outside-rows “借据”不能写“对应”——“对应”只能写在明细的文字列上，明细里再嵌的明细不行',
  ],
  [
    '写在不是文字的列上',
    '付款日期: { 类型: 日期 }',
    '付款日期: { 类型: 日期, 对应: 贷款.借据号 }',
    'link-outside-rows “付款日期”不能写“对应”——“对应”只能写在明细的文字列上，明细里再嵌的明细不行',
  ],
  [
    '连同的列没有',
    '连同: 金融机构',
    '连同: 金融机够',
    'link-column 明细“贷款”没有类型为“文字”的列“金融机够”——是不是“金融机构”？',
  ],
  [
    '连同写成了本列',
    '连同: 金融机构',
    '连同: 借据号',
    'link-column 明细“贷款”没有类型为“文字”的列“借据号”——可以写：金融机构',
  ],
  [
    '连同写在发票号码上',
    '不重复: 贷款, 连同',
    '不重复: 发票, 连同',
    'with-without-number “借据号”不能写“连同”——“连同”只能写在明细里“不重复”是合同、设备、贷款、备案的列上；发票全国统一编号，不用写',
  ],
  ['没有不重复就写连同', '不重复: 贷款, 连同', '连同', 'with-without-number “借据号”不能写“连同”'],
  [
    '明细外的发票代码',
    '贷款:\n',
    '代码: { 类型: 文字, 不重复: 发票代码 }\n贷款:\n',
    'code-outside-rows “代码”不能写“不重复: 发票代码”——发票代码和发票号码写在同一个明细里',
  ],
];

describe('对应', () => {
  test('docs/language/authoring.md 的例子没有错误；被对应的明细跟着一起问', () => {
    expect(LISTS).toContain('对应: 购置合同.合同编号');
    const { checked, faults } = guideWith(LISTS);
    expect(faults).toEqual([]);
    const asked = checked.lines.find(({ id }) => id === 'plant')?.facts ?? [];
    expect(asked.slice(-3).toSorted()).toEqual(['设备发票', '购置合同', '贷款'].toSorted());
    expect(checked.facts['设备发票']?.columns[1]?.link).toEqual({
      list: '贷款',
      column: '借据号',
      sum: { amount: '贷款支付金额', atMost: '已发放金额' },
      order: { date: '付款日期', notBefore: '放款日期' },
    });
  });

  test('表里的每个键，例子里都有', () => {
    const keys = [...section.matchAll(/^\| ([^|]+) \|/gm)].flatMap((row) =>
      (row[1] ?? '').split('、'),
    );
    const written = keys.filter((key) => !/^-|对应的键/.test(key));
    expect(written).toEqual(['列', '金额', '不超过', '日期', '不早于']);
    expect(written.filter((key) => !LISTS.includes(`${key}: `))).toEqual([]);
  });

  test('连同的列按编号记下', () => {
    const { checked } = guideWith(LISTS);
    expect(checked.facts['贷款']?.columns[0]?.numberWith).toEqual(['金融机构']);
    expect(checked.facts['购置合同']?.columns[0]?.numberWith).toBeUndefined();
  });

  test.each(SLIPS)('%s', (_, from, to, says) => {
    expect(LISTS).toContain(from);
    const { faults } = guideWith(LISTS.replace(from, to));
    expect(faults.join('\n')).toContain(says);
  });

  test('共用的明细不能对应一个项目类别独有的明细', () => {
    const own = '购置合同:\n  类型: 明细\n  列:\n    合同编号: { 类型: 文字, 不重复: 合同 }\n';
    expect(LISTS).toContain(own);
    const line = `${SMALL_GUIDE[PLANT]}${ANNEX}申报事实:\n${own.replace(/^/gm, '  ')}`;
    const { faults } = guideWith(LISTS.replace(own, ''), { [PLANT]: line });
    expect(faults).toContain(
      'link-other-line 明细“购置合同”是项目类别“plant”独有的，“设备发票”不能对应它——对应同一项目类别的明细，或者把它写到 facts.yaml 里',
    );
  });

  test('参与单位的角色对应一列：这一列所在的明细要问；写错的指出来', () => {
    const line = (to: string) =>
      `${SMALL_GUIDE[PLANT]}${ANNEX}参与单位: { 条款: 1(1), 本单位: 购货方, 角色: [{ 名: 卖方, 对应: ${to} }] }\n`;
    const { checked, faults } = guideWith(LISTS, { [PLANT]: line('购置合同.合同编号') });
    expect(faults).toEqual([]);
    expect(checked.lines.find(({ id }) => id === 'plant')?.facts).toContain('购置合同');
    const wrong = (to: string) => guideWith(LISTS, { [PLANT]: line(to) }).faults.join('\n');
    expect(wrong('购买合同.合同编号')).toContain(
      'link-list “对应”的明细“购买合同”没有——是不是“购置合同”？',
    );
    expect(wrong('设备发票.付款日期')).toContain(
      'link-column 明细“设备发票”没有类型为“文字”的列“付款日期”',
    );
    expect(wrong('购置合同')).toContain('link-form “对应”写成了“购置合同”');
  });

  test('“合计: 否”只写在明细的金额列上', () => {
    const balance = (from: string, to: string) => guideWith(LISTS.replace(from, to));
    const amount = '贷款支付金额: { 类型: 金额';
    expect(LISTS).toContain(amount);
    const { checked, faults } = balance(amount, `${amount}, 合计: 否`);
    expect(faults).toEqual([]);
    const columns = checked.facts['设备发票']?.columns ?? [];
    expect(columns.filter(({ summed }) => summed === false).map(({ id }) => id)).toEqual([
      '贷款支付金额',
    ]);
    const wrong = balance('付款日期: { 类型: 日期', '付款日期: { 类型: 日期, 合计: 否').faults;
    expect(wrong.join('\n')).toContain('sum-outside-rows “付款日期”不能写“合计: 否”');
  });

  test('一个项目类别自己的编号，没有式子用到也要问', () => {
    const own = '申报事实:\n  立项编号: { 类型: 文字, 不重复: 备案 }\n';
    const { checked, faults } = guideWith(LISTS, {
      [PLANT]: `${SMALL_GUIDE[PLANT]}${ANNEX}${own}`,
    });
    expect(faults).toEqual([]);
    expect(checked.lines.find(({ id }) => id === 'plant')?.facts).toContain('立项编号');
  });
});
