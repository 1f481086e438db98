import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guideZip } from './guide-zip.ts';

const text = (value: string) => new TextEncoder().encode(value);
const packed = (files: Record<string, Uint8Array>) => guideZip(Buffer.from(zipSync(files)));
const names = (zip: ReturnType<typeof guideZip>) => (zip.ok ? [...zip.files.keys()] : zip.code);

test('打包文件夹本身或其中的内容都行，别的文件不算', () => {
  const files = { 'guide.yaml': text('指南: a'), 'lines/a.yaml': text('项目类别: a') };
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [`指南/2022/${name}`, bytes]),
  );
  expect(names(packed(files))).toEqual(['guide.yaml', 'lines/a.yaml']);
  expect(names(packed(inFolder))).toEqual(['guide.yaml', 'lines/a.yaml']);
  const more = {
    ...inFolder,
    '__MACOSX/指南/2022/._guide.yaml': text('x'),
    '指南/2022/说明.docx': text('x'),
    '指南/2022/.cache/b.yaml': text('x'),
    '指南/别的.yaml': text('x'),
  };
  expect(names(packed(more))).toEqual(['guide.yaml', 'lines/a.yaml']);
  expect(names(packed({ 'g\\guide.yaml': text('x'), 'g\\lines\\a.yaml': text('x') }))).toEqual([
    'guide.yaml',
    'lines/a.yaml',
  ]);
});

test.each([
  ['没有 guide.yaml', () => packed({ 'lines/a.yaml': text('x') }), 'no-guide', ''],
  [
    '是 GBK',
    () => packed({ 'guide.yaml': Uint8Array.of(0xd6, 0xb8, 0xc4, 0xcf) }),
    'not-text',
    'guide.yaml',
  ],
  ['有空字符', () => packed({ 'guide.yaml': text('a\0b') }), 'not-text', 'guide.yaml'],
  ['不是压缩包', () => guideZip(Buffer.from('指南: a')), 'file-broken', ''],
  ['一个文件太大', () => packed({ 'guide.yaml': new Uint8Array(2_000_001) }), 'file-swollen', ''],
] as const)('不收：%s', (_, zip, code, file) => {
  expect(zip()).toEqual({ ok: false, code, file });
});
