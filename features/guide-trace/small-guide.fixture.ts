import type { Guide } from '@fuchi/guide/guide';
import { readGuide } from '@fuchi/guide/read-guide';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { SMALL_ANNEX, SMALL_FORM } from './annex/small-annex.fixture.ts';

/** An invented guide, broken over lines as an extraction breaks it. Every number of it is carried. */
export const SMALL_TEXT = ` 附件 1
2022年度小资金项目指南
一、两类项目
（一）改造和培训。重点支持采用新一代技术和5G的改造项目、
 “531”骨干学校的培训项目。
1. 支持条件。
（1）工厂改造项目总投入不低于 0.3 亿
- 2 -
元，在2021年1月1日（含）至2021年12月31日（含）期间完
工，研发投入占比达 3%以上，由推荐单位出具意见。
（2）学校培训项目近三年教师不少于十人，截至 2021 年底
有专门场地，每班时长半天以上，人数大于 50 人。
2. 补助标准。按不超过项目总投入的 20%予以补助，最高不
超过 500 万元，分两期安排。
3. 申报主体。企业、事业单位和学校。
4. 支持数量。不超过 30 个。其中，工厂改造项目不超过 20
个，学校培训项目不超过 10 个。

附件：1-1~1-2. 2022 年度绩效目标申报表
 附件1-1
${SMALL_ANNEX}`;

const PLANT = `项目类别: plant
名称: 工厂改造项目
条款: 一（一）
方式: 申报
申报表: 1-1
支持方向: [{ 条款: 一（一）, 说: 改造项目。 }]
申报主体: { 条款: "3", 说: 企业、事业单位。 }
条件:
  1(1)a: { 说: 总投入不低于3000万元。, 须: 项目总投入 >= 3000万元 }
  1(1)b: { 说: 2021年内完工。, 须: 项目完工日期 in 支持期间 }
  1(1)c: { 说: 研发投入占比3%以上。, 须: "研发占比 >=[G1] 3%" }
  1(1)d: { 说: 推荐单位已出具意见。, 须: 已出具意见 }
  3: { 说: 是企业、事业单位和学校中的企业或事业单位。, 须: '机构类型 in ("企业", "事业单位")' }
补助: { 条款: "2", 封顶: 补助封顶, 计算: [补助额: "min(补助比例 * 项目总投入, 封顶)"] }
拨付:
  - { 批次: 首期, 条款: "2", 金额: "补助额 - 补助额", 触发: 立项后 }
  - { 批次: 二期, 条款: "2", 余额: 是, 触发: 验收后 }
数量: { 条款: "4", 不超过: 20个, 合计: joint }
`;

const SCHOOL = `项目类别: school
名称: 学校培训项目
条款: 一（一）
方式: 申报
支持方向: [{ 条款: 一（一）, 说: 培训项目。 }]
申报主体: { 条款: "3", 说: 学校。 }
申报事实:
  班次:
    类型: 明细
    单位: 个
    列: { 人数: { 类型: 数量, 单位: 人 }, 时长: { 类型: 天数 } }
  教师人数: { 类型: 数量, 单位: 人, 所属期: 近三年开始 }
  有专门场地: { 类型: 是否, 所属期: 上年末 }
条件:
  1(2)a: { 说: 教师不少于10人。, 须: 教师人数 >= 10人 }
  1(2)b: { 说: 有专门场地。, 须: 有专门场地 }
  1(2)c: { 说: 每班半天以上。, 须: "every 班 in 班次 satisfies 班.时长 >=[G1] 0.5天" }
  1(2)d: { 说: 人数大于50人。, 须: sum(班次.人数) > 50人 }
  3: { 说: 是企业、事业单位和学校中的学校。, 须: '机构类型 = "学校"' }
补助: { 条款: "2", 封顶: 补助封顶, 计算: [补助额: "min(补助比例 * 项目总投入, 封顶)"] }
拨付:
  - { 批次: 首期, 条款: "2", 金额: "补助额 - 补助额", 触发: 立项后 }
  - { 批次: 二期, 条款: "2", 余额: 是, 触发: 验收后 }
数量: { 条款: "4", 不超过: 10个, 合计: joint }
`;

/** The invented guide: path → text. */
export const SMALL_FILES: Readonly<Record<string, string>> = {
  ...SMALL_GUIDE,
  'facts.yaml': `项目总投入: { 类型: 金额 }
项目完工日期: { 类型: 日期 }
研发占比: { 类型: 比例 }
已出具意见: { 类型: 是否 }
机构类型: { 类型: 选项, 选项: [企业, 事业单位, 学校] }
`,
  'definitions.yaml': '{}\n',
  'calendars.yaml': `支持期间: { 值: 2021-01-01..2021-12-31, 条款: 一（一）1(1) }
上年末: { 值: 2021-12-31, 条款: 一（一）1(2) }
`,
  'figures.yaml': `近三年开始: { 值: 2019年度, 条款: 一（一）1(2) }
补助比例: { 值: 20%, 条款: 一（一）2 }
补助封顶: { 值: 500万元, 条款: 一（一）2 }
`,
  'forms/1-1.yaml': SMALL_FORM,
  'guide.yaml': (SMALL_GUIDE['guide.yaml'] ?? '').replace('[个, 家, 人]', '[个, 家, 人, 年度]'),
  'quotas.yaml': `joint: { 条款: 一（一）4, 不超过: 30个, 项目类别: [plant, school], 各分项之和: 是 }
`,
  'untraced.yaml': '- { 条款: 前言, 文: 2022年度, 因: 指南的年度。 }\n',
  'lines/plant.yaml': PLANT,
  'lines/school.yaml': SCHOOL,
};

/** A text of one of its files, and what stands there instead. */
export type Change = readonly [file: string, from: string, to: string];

/** The invented guide, with some texts of its files changed. Each must be there. */
export function smallGuide(...changes: readonly Change[]): Guide {
  const files = new Map(Object.entries(SMALL_FILES));
  for (const [file, from, to] of changes) {
    const text = files.get(file) ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    files.set(file, text.replace(from, to));
  }
  const { guide, faults } = readGuide(files);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return guide;
}
