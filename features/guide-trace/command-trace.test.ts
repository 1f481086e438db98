import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BadUsage } from '@fuchi/platform-server/command';
import { wordDocument } from '@fuchi/platform-server/word-document.fixture';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { traceCommand } from './command-trace.ts';
import { SMALL_FILES, SMALL_TEXT } from './small-guide.fixture.ts';

let folder = '';
let text = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuchi-trace-'));
  for (const [path, content] of Object.entries(SMALL_FILES)) {
    mkdirSync(dirname(join(folder, 'guide', path)), { recursive: true });
    writeFileSync(join(folder, 'guide', path), content);
  }
  text = join(folder, 'guide.txt');
  writeFileSync(text, SMALL_TEXT);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const io = { out: (t: string) => void out.push(t), err: (t: string) => void out.push(t) };
  return { code: await traceCommand.run(args, io), out: out.join('\n') };
}

test('a table to read, and 0 when everything is carried', async () => {
  const { code, out } = await run(join(folder, 'guide'), text);
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]?.split(/ {2,}/)).toEqual(['位置', '正文', '值', '条款', '载于']);
  expect(lines[1]?.split(/ {2,}/)).toEqual([
    '2:1',
    '2022年度',
    '2022年度',
    '前言',
    '未载明：指南的年度。',
  ]);
  expect(lines[2]?.split(/ {2,}/)).toEqual([
    '7:17',
    '0.3亿元',
    '3000万元',
    '一（一）1(1)',
    'lines/plant.yaml:9:42',
  ]);
  expect(out).toContain('没有问题。\n\n指南文字的疏漏（2）\n');
  expect(out).toContain('能算出的合计 15000 万元。');
  expect(lines.at(-1)).toContain('正文的数 15 处：载明 14，写明原因 1，未载明 0；');
});

test('1 and the place of what is uncarried', async () => {
  writeFileSync(text, SMALL_TEXT.replace('0.3 亿', '0.4 亿'));
  const { code, out } = await run(join(folder, 'guide'), text);
  expect(code).toBe(1);
  expect(out).toContain(
    '正文 7:17 uncarried “0.4亿元”在数据里没有载明——补进数据；确实不用载明的，在 untraced.yaml 里写明原因',
  );
  expect(out).toContain(
    'lines/plant.yaml:9:42 unstated “3000万元”在条款 一（一）1(1) 的正文里没有——核对数字和条款；有依据的，在 untraced.yaml 里写明原因',
  );
});

test('--json: stable keys, amounts as decimal strings in 万元', async () => {
  const { code, out } = await run(join(folder, 'guide'), text, '--json');
  expect(code).toBe(0);
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual([
    'guide',
    'occurrences',
    'figures',
    'findings',
    'slips',
    'exposure',
  ]);
  expect(report.occurrences.find((o: { text: string }) => o.text === '0.3亿元')).toEqual({
    at: { line: 7, column: 17 },
    clause: '一（一）1(1)',
    kind: 'money',
    text: '0.3亿元',
    value: { value: '3000', unit: '万元' },
    sense: 'ge',
    state: 'carried',
    by: {
      file: 'lines/plant.yaml',
      line: 9,
      column: 42,
      name: '',
      written: '3000万元',
      value: { value: '3000', unit: '万元' },
    },
    because: '',
  });
  expect(report.exposure.total).toBe('15000');
});

test('the same from a Word document, a paragraph on a line', async () => {
  const [body = '', annex = ''] = SMALL_TEXT.split(/(?= 附件1-1)/);
  const paragraphs = body
    .replace(/\n- 2 -\n/, '')
    .replace(/([^。\n])\n(?=[\u4e00-\u9fff “])(?!附件|一、|2022)/g, '$1')
    .concat(annex)
    .split('\n')
    .filter((line) => line !== '');
  const path = join(folder, 'guide.docx');
  writeFileSync(path, wordDocument(paragraphs));
  const { code, out } = await run(join(folder, 'guide'), path, '--json');
  expect(code).toBe(0);
  const { occurrences } = JSON.parse(out);
  const carried = occurrences.filter((o: { state: string }) => o.state === 'carried');
  expect(carried).toHaveLength(14);
});

test.each([
  [[], '缺少指南文件夹。'],
  [['guide'], '缺少指南正文的文件。'],
  [['guide', 'guide.txt', 'more'], '一次只能查一份正文。'],
  [['none', 'guide.txt'], '没有这个文件夹：none'],
])('bad usage %j', async (args, message) => {
  const within = (a: string) => (a === 'guide' || a === 'guide.txt' ? join(folder, a) : a);
  await expect(run(...args.map(within))).rejects.toThrow(new BadUsage(message));
});

test('a guide with faults isn’t traced', async () => {
  writeFileSync(join(folder, 'guide/figures.yaml'), '{}\n');
  await expect(run(join(folder, 'guide'), text)).rejects.toThrow(/先用 fuchi check 改正/);
});
