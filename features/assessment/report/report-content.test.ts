import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { type Answers, NO_ANSWERS } from '../answers/answers.ts';
import type { ReportSection, ReportTable } from './report-blocks.ts';
import { reportContent } from './report-content.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const regions = regionsFrom(guide.guide.regions);
if (!regions.ok) throw new Error(regions.code);

/** A firm that needs 0.01 万元 more of loans, with an answer that can't be read and a loan told by rows. */
const TOLD: Answers = {
  ...NO_ANSWERS,
  facts: {
    规模以上工业企业: '是',
    固定资产贷款总额: '1999.99',
    已入企业库: '是',
    项目总投入: '1800',
    入选应用示范项目名单年度: '2021',
    市级已贴息: '是的',
    贷款: { rows: [{ key: '1', cells: { 本金: '1500' } }], complete: false },
  },
};

const report = (answers: Answers) =>
  reportContent({ guide, regions: regions.value, answers, madeOn: '2022-04-30' });
const section = (title: string, answers = TOLD): ReportSection => {
  const found = report(answers).sections.find(({ heading }) => heading.endsWith(title));
  if (!found) throw new Error(`no section ${title}`);
  return found;
};
const table = ({ blocks }: Pick<ReportSection, 'blocks'>, name: string): ReportTable => {
  const found = blocks.find((b): b is ReportTable => b.kind === 'table' && b.name.endsWith(name));
  if (!found) throw new Error(`no table ${name}`);
  return found;
};
const texts = (rows: ReportTable['rows']) =>
  rows.map((cells) => cells.flatMap((c) => [c.text, ...c.below.map((b) => b.text)]));

describe('政策匹配自测报告', () => {
  test('写明日期、指南版本和校验码', () => {
    const stamp = Object.fromEntries(report(TOLD).stamp.map((s) => [s.label, s.text]));
    expect(stamp).toEqual({
      指南: guide.guide.title,
      指南数据版本: guide.guide.version,
      校验码: guide.guide.digest,
      生成日期: '2022-04-30',
      申报日期: '未填',
    });
  });

  test('每一项填写都在，填写有误的说明按未知处理', () => {
    const rows = texts(table(section('本次填写的内容'), '本次填写的内容').rows);
    expect(rows.map(([label]) => label)).toEqual(
      Object.keys(guide.facts)
        .filter((id) => id in TOLD.facts)
        .map((id) => guide.facts[id]?.label),
    );
    expect(rows.find(([label]) => label === '项目固定资产贷款')).toContain('第1笔：本金 1500 万元');
    const faulty = rows.find(([label]) => label === '设区市已贴息金额')?.join('');
    expect(faulty).toMatch(/是的.*按未知处理。/);
    expect(report(TOLD).notes).toContain('有1处填写有误，按未知处理，见“本次填写的内容”。');
  });

  test('不符合的类别写明差多少和最小的改动', () => {
    const rows = texts(table(section('差在哪里'), '不符合的类别').rows);
    const upgrade = rows.find(([title]) => title?.includes('技术改造贷款贴息'))?.join('\n');
    expect(upgrade).toContain('差0.01 万元');
    expect(upgrade).toContain('固定资产贷款总额改为2,000万元（现为1,999.99万元）');
  });

  test('结论表里每一类一行，不由单位申报的说明原因，上限为零起的只说不超过', () => {
    const rows = texts(table(section('各项目类别结论'), '各项目类别结论').rows);
    expect(rows).toHaveLength(guide.lines.length);
    const diagnosis = rows.find(([title]) => title?.includes('免费诊断'))?.join('');
    expect(diagnosis).toContain('切块下达，不由单位申报');
    expect(diagnosis).toContain(guide.lines.find((l) => l.id === 'free-diagnosis')?.notice);
    expect(rows.flat().filter((text) => /^0至/.test(text))).toEqual([]);
  });

  test('逐条情况只列符合的和已开始填写的，每条带所依据的填写', () => {
    const { parts } = section('逐条情况');
    expect(parts.map((p) => p.heading)).toContain('一（五） 数据产品化项目');
    expect(parts.length).toBeLessThan(5);
    const product = parts.find((p) => p.heading.endsWith('数据产品化项目'));
    const rows = texts(table(product ?? { blocks: [] }, '支持条件').rows);
    expect(rows.find(([clause]) => clause === '1(1)b')).toContain(
      '项目入选省级大数据、区块链应用示范项目名单的年度：2021年度',
    );
  });

  test('只选了几个方向时只列这些方向', () => {
    const only = { ...TOLD, wanted: ['一（五）'] };
    expect(table(section('各项目类别结论', only), '各项目类别结论').rows).toHaveLength(1);
    expect(report(only).notes).toContain('只列所选方向：一（五）数据产品化项目。');
  });

  test('是可以存下来的数据', () => {
    const content = report(TOLD);
    expect(JSON.parse(JSON.stringify(content))).toEqual(content);
  });
});
