import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from './command-check.ts';
import { publish } from './command-publish.ts';

let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fuchi-guide-'));
  for (const [path, text] of Object.entries(SMALL_GUIDE)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (t: string) => void out.push(t), err: (t: string) => void err.push(t) };
  return { code: await command.run(args, io), out: out.join('\n'), err: err.join('\n') };
}

function replace(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

const FAULT = 'lines/plant.yaml:17:8 unknown-name 没有“软件投人”这个名称——是不是“软件投入”？';

describe('fuchi check', () => {
  test('没有错误', async () => {
    expect(await run(check, folder)).toEqual({ code: 0, out: '没有错误。', err: '' });
    expect(await run(check, folder, '--json')).toEqual({ code: 0, out: '[]', err: '' });
  });

  test('列出错误和总数', async () => {
    replace('lines/plant.yaml', '须: 软件投入', '须: 软件投人');
    expect(await run(check, folder)).toEqual({ code: 1, out: `${FAULT}\n共 1 处错误。`, err: '' });
    const { code, out } = await run(check, folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        file: 'lines/plant.yaml',
        line: 17,
        column: 8,
        code: 'unknown-name',
        message: '没有“软件投人”这个名称',
        fix: '是不是“软件投入”？',
      },
    ]);
  });

  test('加 --cases 时例的写法也查，不加时不读例', async () => {
    await mkdir(join(folder, 'cases'));
    writeFileSync(join(folder, 'cases/plant.yaml'), '例: 一\n');
    const { out } = await run(check, folder, '--cases');
    expect(out).toContain('cases/plant.yaml:1:1 not-a-list');
    expect(await run(check, folder)).toEqual({ code: 0, out: '没有错误。', err: '' });
    expect((await run(publish, folder)).code).toBe(1);
  });

  describe('--cases', () => {
    const CASES = `- 例: 恰好
  说: 总投入3000万元，含本数，补助600万元超过封顶
  事实:
    项目总投入: 3000万元
    项目完工日期: 2021-06-30
    研发占比: 3%
    软件投入: 100万元
    机构类型: 企业
  应得: { 结论: 符合, 上限: "500" }
- 例: 差一点
  说: 研发占比2.9%
  同: 恰好
  事实: { 研发占比: 2.9% }
  应得: { 结论: 不符合, 不符合: [1(3)] }
`;
    const DIFFERS =
      'cases/plant.yaml:10:3 case-differs “plant”的例“差一点”：结论应为“不符合”，实得“符合”；不符合应为“1(3)”，实得“无”——核对指南里用到的条件、式子和数；指南没有写错的，改正这个例';

    beforeEach(async () => {
      await mkdir(join(folder, 'cases'));
      writeFileSync(join(folder, 'cases/plant.yaml'), CASES);
    });

    test('例都对', async () => {
      const all = { code: 0, out: '没有错误。', err: '' };
      expect(await run(check, folder, '--cases')).toEqual(all);
      expect((await run(publish, folder)).code).toBe(0);
    });

    test('说和式子一起写错，只有例知道：检查时列出，不能定版', async () => {
      replace('lines/plant.yaml', '说: 研发占比不低于3%', '说: 研发占比不低于2%');
      replace('lines/plant.yaml', '须: 研发占比 >= 3%', '须: 研发占比 >= 2%');
      expect((await run(check, folder)).out).toBe('没有错误。');
      expect(await run(check, folder, '--cases')).toEqual({
        code: 1,
        out: `${DIFFERS}\n共 1 处错误。`,
        err: '',
      });
      const { out } = await run(check, folder, '--cases', '--json');
      expect(JSON.parse(out)).toMatchObject([{ file: 'cases/plant.yaml', line: 10 }]);
      expect(await run(publish, folder)).toEqual({
        code: 1,
        out: '',
        err: `${DIFFERS}\n共 1 处错误，改正后才能定版。`,
      });
    });

    test('例里写了没有的事实，或者没有这个项目类别', async () => {
      replace('cases/plant.yaml', '研发占比: 2.9%', '研发占化: 2.9%');
      writeFileSync(join(folder, 'cases/scool.yaml'), '[]\n');
      expect((await run(check, folder, '--cases')).out.split('\n')).toEqual([
        'cases/plant.yaml:10:3 case-differs “plant”的例“差一点”：“研发占化”没有“研发占化”这个申报事实——核对指南里用到的条件、式子和数；指南没有写错的，改正这个例',
        'cases/scool.yaml:1:1 unknown-line 没有项目类别“scool”——是不是“school”？',
        '共 2 处错误。',
      ]);
    });

    test('指南本身有错误时，例不运行', async () => {
      replace('lines/plant.yaml', '须: 软件投入', '须: 软件投人');
      expect((await run(check, folder, '--cases')).out).toBe(
        `${FAULT}\n共 1 处错误。\n例还没有运行：先改正以上错误。`,
      );
    });
  });

  test('--fix 改写式子里的形近字，别处不动', async () => {
    replace('lines/plant.yaml', '说: 软件投入', '说: 软件投入≥100万元（含）');
    replace('lines/plant.yaml', '须: 软件投入 >= 100万元', '须: 软件投入 ≥ １００万元');
    replace('lines/plant.yaml', '("企业", "事业单位")', '（“企业”，“事业单位”）');
    expect((await run(check, folder)).code).toBe(0);
    const { code, out } = await run(check, folder, '--fix');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('lines/plant.yaml:17:13 已改写 ≥ → >=');
    expect(out).toContain('改写 11 处。\n没有错误。');
    const text = readFileSync(join(folder, 'lines/plant.yaml'), 'utf8');
    expect(text).toContain('说: 软件投入≥100万元（含）');
    expect(text).toContain('须: 软件投入 >= 100万元');
    expect(text).toContain('须: 机构类型 in ("企业","事业单位")');
    expect((await run(check, folder, '--fix')).out).toBe('改写 0 处。\n没有错误。');
  });

  test('--fix 不改有歧义的写法', async () => {
    replace('lines/plant.yaml', '研发占比 >= 3%', '研发占比 => 3%');
    const { code, out } = await run(check, folder, '--fix');
    expect(code).toBe(1);
    expect(out).toContain('改写 0 处。');
    expect(readFileSync(join(folder, 'lines/plant.yaml'), 'utf8')).toContain('=> 3%');
  });

  test.each([[[]], [['没有这个文件夹']], [['甲', '乙']]])('用法有误 %j', async (args) => {
    await expect(run(check, ...args)).rejects.toThrow(BadUsage);
  });
});

describe('fuchi publish', () => {
  test('显示版本和摘要，写出定版的指南', async () => {
    const file = join(folder, 'small.json');
    const { code, out } = await run(publish, folder, '--json', '--out', file);
    expect(code).toBe(0);
    const { id, version, digest } = JSON.parse(out);
    expect([id, version]).toEqual(['small-2022', '1.0.0']);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(readFileSync(file, 'utf8')).guide.digest).toBe(digest);
  });

  test('有错误不能定版', async () => {
    replace('lines/plant.yaml', '须: 软件投入', '须: 软件投人');
    const { code, out, err } = await run(publish, folder);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: `${FAULT}\n共 1 处错误，改正后才能定版。`,
    });
  });
});
