import { describe, expect, test } from 'vitest';
import { Faults } from './diagnostic.ts';
import { placeWithin } from './place.ts';
import { readYaml } from './yaml-text.ts';

/** Where the ★ stands in the file, counted without any reader. */
function starInFile(source: string): string {
  const lines = source.replace('\ufeff', '').split('\n');
  const line = lines.findIndex((l) => l.includes('★'));
  return `${line + 1}:${(lines[line] ?? '').indexOf('★') + 1}`;
}

/** The place of the character ★ of the value of 须, as line:column. */
function starPlace(source: string): string {
  const root = readYaml('a.yaml', source, new Faults());
  const value = root?.kind === 'map' ? root.entries.find((e) => e.key === '须')?.value : undefined;
  if (value?.kind !== 'text') throw new Error('no text');
  const { line, column } = placeWithin(value, value.text.indexOf('★'));
  return `${line}:${column}`;
}

describe('字的位置', () => {
  test.each([
    ['不加引号', '须: 甲 ★'],
    ['缩进的键', '说: 甲\n须:   甲★'],
    ['双引号', '须: "甲 ★"'],
    ['单引号', "须: '甲 ★'"],
    ['单引号里两个单引号', "须: '甲''''★'"],
    ['双引号里的转义', '须: "\\"甲\\" ★"'],
    ['双引号里的字符编号', '须: "\\u7532★"'],
    ['双引号里的大字符编号', '须: "\\U00020000★"'],
    ['大字符算两列', '须: 𠀀★'],
    ['花括号里', '{ 说: 甲, 须: 乙★ }'],
    ['BOM 不占一列', '\ufeff须: ★'],
    ['CRLF', '说: 甲\r\n须: ★\r\n'],
  ])('%s', (_, source) => {
    expect(starPlace(source)).toBe(starInFile(source));
  });

  test.each([
    ['多行文字取开头', '须: |\n  甲\n  ★\n', '1:4'],
    ['折行文字取开头', '须: 甲\n  ★\n', '1:4'],
  ])('%s', (_, source, place) => {
    expect(starPlace(source)).toBe(place);
  });
});
