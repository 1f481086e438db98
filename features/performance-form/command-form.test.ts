import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { BadUsage } from '@fuchi/platform-server/command';
import { commandGuide } from '@fuchi/platform-server/command-guide';
import { afterAll, describe, expect, test } from 'vitest';
import { form } from './command-form.ts';
import { checkReply, formReply } from './contract.ts';
import { formDetail } from './form-detail.ts';
import { formText } from './form-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'fuchi-form-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (t: string) => void out.push(t), err: (t: string) => void err.push(t) };
  const code = await form.run(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function written(name: string, content: unknown): string {
  writeFileSync(at(name), JSON.stringify(content));
  return at(name);
}

const refusal = (...args: string[]) =>
  run(...args).then(
    () => 'taken',
    (error: unknown) => (error instanceof BadUsage ? error.message : String(error)),
  );

describe('the structure', () => {
  test('for people: levels, kinds, what each row asks', async () => {
    const { code, out } = await run('1-8');
    expect(code).toBe(0);
    expect(out).toContain('附件1-8　工业互联网安全项目绩效目标申报表（2022年度）');
    expect(out).toContain('申报类型（选一类）：公共服务平台、地址溯源');
    expect(out).toContain('带动就业人数（人）　〔数量，人，整数；分年累加；企业侧安全平台可不填〕');
    expect(out).not.toContain('undefined');
    expect((await run('1-17')).out).toContain(
      '达到行业标杆或先进水平的单位产品能耗 01～03 ……　〔数量，单位自填；分年水平〕',
    );
  });

  test('as JSON', async () => {
    const { out } = await run('1-20', '--json');
    expect(formReply.parse(JSON.parse(out)).indicators).toHaveLength(8);
  });

  test('of all 23 forms reads well', async () => {
    const { guide } = await commandGuide(undefined);
    for (const each of guide.forms) {
      const detail = formReply.parse(formDetail(guide, each));
      expect(formText(detail)).not.toMatch(/undefined|null|〔〕|；；/u);
    }
  });

  test('an unknown form is told with those there are', async () => {
    expect(await refusal('1-99')).toMatch(/^没有申报表“1-99”；可用：1-1 1-2 /u);
    expect(await refusal()).toMatch(/^缺少申报表的编号/u);
  });
});

describe('a filling', () => {
  test('with faults ends in 1, without them in 0, whatever is missing', async () => {
    const good = written('good.json', { targets: { 产品合格率: '98' } });
    const bad = written('bad.json', { targets: { 产品合格率: '101', 优良品率: '很高' } });
    const first = await run('1-1', '--data', good);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^缺　项目名称：还没有填$/mu);
    expect(first.out).toMatch(/已填 1 项，共 \d+ 项；没有错误。$/u);
    const second = await run('1-1', '--data', bad);
    expect(second.code).toBe(1);
    expect(second.out).toContain('错　产品合格率（%）：“101”超出范围。应当在0%到100%之间');
    const { out } = await run('1-1', '--data', bad, '--json');
    const faults = checkReply.parse(JSON.parse(out)).findings.filter((f) => f.severity === 'fault');
    expect(faults.map((f) => [f.path, f.code])).toEqual([
      ['/targets/产品合格率/0/value', 'target-out-of-range'],
      ['/targets/优良品率/0/value', 'target-not-a-number'],
    ]);
  });

  test('that can’t be read ends in 2 with everything at once', async () => {
    const file = written('unread.json', { targets: { 项目总投人: '1' }, header: { 项目名: 'x' } });
    const { code, err, out } = await run('1-1', '--data', file);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      'header.项目名：这张表没有“项目名”。是不是“项目名称”？',
      'targets.项目总投人：这张表没有“项目总投人”。是不是“项目总投入”？',
    ]);
  });

  test('takes the application’s figures, and is held against them', async () => {
    const facts = written('facts.json', { 项目总投入: '3.2亿元' });
    const data = written('input.json', { targets: { 项目总投入: '31000' } });
    const line = ['--line', 'data-product'];
    const { code, out } = await run('1-11', '--data', data, '--facts', facts, ...line);
    expect(code).toBe(1);
    expect(out).toContain('目标是31000万元，申报事实');
    const blank = written('blank.json', {});
    const taken = await run('1-11', '--data', blank, '--facts', facts, '--json', ...line);
    const open = checkReply.parse(JSON.parse(taken.out)).findings.map((f) => f.path);
    expect(open).not.toContain('/targets/项目总投入/0/value');
    expect(await refusal('1-11', '--line', 'merger')).toMatch(
      /^项目类别“merger”不用这张申报表；用它的是：data-product/u,
    );
  });
});

describe('a document', () => {
  test.each([
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
  ])('as %s, blank', async (kind, magic) => {
    const { code, out } = await run('1-8', '--out', at(`blank.${kind}`));
    expect([code, out]).toEqual([0, `已写入 ${at(`blank.${kind}`)}`]);
    expect(readFileSync(at(`blank.${kind}`)).toString('latin1', 0, magic.length)).toBe(magic);
  });

  test('a spreadsheet that was filled in is data too; of another form it isn’t', async () => {
    const { guide } = await commandGuide(undefined);
    const found = guide.forms.find((f) => f.id === '1-20');
    if (!found) throw new Error('no form 1-20');
    const data = written('filled.json', filledForm(found));
    await run('1-20', '--data', data, '--out', at('filled.xlsx'));
    const direct = await run('1-20', '--data', data, '--json');
    const round = await run('1-20', '--data', at('filled.xlsx'), '--json');
    expect(round).toEqual(direct);
    expect(await refusal('1-19', '--data', at('filled.xlsx'))).toContain(
      '文件是附件1-20，这里要的是附件1-19',
    );
  });

  test('of another kind, or where nothing can be written, is refused before and without a trace', async () => {
    expect(await refusal('1-1', '--out', at('x.doc'))).toMatch(/应为 \.docx、\.xlsx 或 \.pdf/u);
    expect(await refusal('1-1', '--out', at('none/x.docx'))).toMatch(/^写不了文件 .*（ENOENT）$/u);
    expect(existsSync(at('x.doc'))).toBe(false);
  });

  test('with a character no face has is refused as PDF, by name', async () => {
    const data = written('odd.json', { header: { 项目名称: '示例😀' } });
    expect(await refusal('1-1', '--data', data, '--out', at('odd.pdf'))).toMatch(
      /PDF 的字体里没有这些字：“😀”（U\+1F600，在“示例😀”里）/u,
    );
  });
});
