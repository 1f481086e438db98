import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import type { ValueContext } from '@fuchi/policy/facts/read-value';
import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchHeadings } from './list-heading.ts';
import type { ListCell } from './list-row.ts';
import { listTemplate } from './list-template.ts';
import { EXAMPLE_MARK, readList } from './read-list.ts';
import { readListFile } from './read-list-file.ts';
import { valueContext } from './value-context.ts';

let registers: readonly CheckedRegister[];
let context: ValueContext;
beforeAll(async () => {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  registers = loaded.checked.registers;
  context = valueContext(loaded.checked);
});
const register = (id: string) => {
  const found = registers.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

const CODE = '91320583MA1MPA7X76';
const text = (cell: string): ListCell => ({ kind: 'text', text: cell });
/** Rows as a file has them, from row 1. */
const read = (id: string, rows: readonly (readonly (string | ListCell)[])[], places?: object) =>
  readList(
    register(id),
    rows.map((cells, i) => [
      i + 1,
      new Map(cells.map((cell, at) => [at + 1, typeof cell === 'string' ? text(cell) : cell])),
    ]),
    context,
    places as never,
  );
const faultsOf = (list: ReturnType<typeof read>) =>
  list.faults.map(({ row, at, code }) => `${row}:${at} ${code}`);

describe('列名', () => {
  test.each([
    ['本名', '统一社会信用代码'],
    ['别名', '社会信用代码'],
    ['带星号、空格', ' 信用代码 *'],
    ['全角', '信用代码：'],
  ])('%s认得', (_, heading) => {
    expect(matchHeadings(register('dishonest'), new Map([[3, heading]]))).toEqual([
      { at: 3, text: heading, column: '统一社会信用代码', suggested: null },
    ]);
  });

  test('差一点的只提示，不采用；毫不相干的不提示；单位写在括号里的认得', () => {
    const headings = ['立项年份', '项目名', '备注', '补助金额(万元)'];
    const matched = matchHeadings(
      register('supported-projects'),
      new Map(headings.map((heading, i) => [i + 1, heading])),
    );
    expect(matched.map(({ column, suggested }) => column ?? `?${suggested}`)).toEqual([
      '?立项年度',
      '?项目名称',
      '?null',
      '补助金额',
    ]);
  });

  test('列名上面的标题行跳过；认不出列名时一行也不读', () => {
    const found = read('above-scale', [
      ['2022年度规模以上工业企业名单'],
      ['序号', '企业名称', '社会信用代码'],
      ['1', '示例精工有限公司', CODE],
    ]);
    expect([found.headingRow, found.rows.length]).toEqual([2, 1]);
    const none = read('above-scale', [
      ['甲', '乙'],
      ['示例', CODE],
    ]);
    expect([none.missing, none.rows]).toEqual([['单位名称'], []]);
  });
});

describe('行', () => {
  const HEAD = ['统一社会信用代码', '单位名称', '列入事由', '列入日期', '移出日期'];

  test('所有错误一次说全，好的行留下', () => {
    const list = read('dishonest', [
      HEAD,
      [CODE, '示例一公司', '示例', '2021年12月1日', ''],
      ['', '没有代码公司', '示例', '2021-12-01'],
      ['9132', '代码短公司', '', '2021-02-30'],
      [CODE, '', '示例', '2021-12-01'],
      [CODE, '公式公司', { kind: 'formula', text: '' }, { kind: 'error', text: '' }],
    ]);
    expect(list.rows).toEqual([
      {
        row: 2,
        creditCode: CODE,
        name: '示例一公司',
        cells: { 列入事由: '示例', 列入日期: '2021-12-01' },
        number: null,
      },
    ]);
    expect(list.faultyRows).toBe(4);
    expect(faultsOf(list)).toEqual([
      '3:1 input-empty-cell',
      '4:3 input-empty-cell',
      '4:4 input-date',
      '4:1 list-code-bad-length',
      '5:2 input-empty-cell',
      '6:3 list-formula',
      '6:4 list-error',
    ]);
  });

  test('同一户两行、完全相同的两行，错在后一行', () => {
    const twice = read('above-scale', [
      ['统一社会信用代码', '单位名称'],
      [CODE, '示例一公司'],
      [CODE.toLowerCase(), '示例二公司'],
      ['', '没有代码公司'],
      ['', '没有代码公司'],
    ]);
    expect(faultsOf(twice)).toEqual(['3:0 list-unit-twice', '5:0 list-unit-twice']);
    expect(twice.doubts['no-code']).toEqual([4]);
    const same = [CODE, '示例一公司', '示例', '2021-12-01'];
    expect(faultsOf(read('dishonest', [HEAD, same, same]))).toEqual(['3:0 list-row-twice']);
  });

  test('表格软件丢了位数的号码、日期和年度的写法、模板的示例行', () => {
    const head = ['单位名称', '立项年度', '项目名称', '编号种类', '发票代码', '号码'];
    const project = ['示例一公司', '2020年', '示例', '发票'];
    const list = read('used-numbers', [
      head,
      [`${EXAMPLE_MARK}示例精工有限公司`, '2021', '示例', '发票', '', ''],
      [...project, '', { kind: 'number', text: '22312000000012345000' }],
      [...project, { kind: 'number', text: '3200192130' }, { kind: 'number', text: '123456' }],
      [...project, '', '00123456'],
    ]);
    expect(faultsOf(list)).toEqual(['3:6 list-digits-lost', '5:6 list-number-no-code']);
    expect(list.rows).toMatchObject([
      { row: 4, cells: { 立项年度: '2020' }, number: { key: '320019213000123456' } },
    ]);
  });

  test('校验位不符的是存疑，不是错误', () => {
    const list = read('above-scale', [
      ['统一社会信用代码', '单位名称'],
      ['91320583MA1MPA7X70', '示例早年公司'],
    ]);
    expect([list.faults, list.doubts['check-digit'], list.rows.length]).toEqual([[], [2], 1]);
  });

  test('错误再多，只说前二百处，行数照数', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ['9', `示例${i}公司`]);
    const list = read('above-scale', [['统一社会信用代码', '单位名称'], ...rows]);
    expect([list.faults.length, list.faultyRows, list.rows.length]).toEqual([200, 5000, 0]);
  });

  test('什么样的单元格都读得完，好的行加错的行就是全部的行', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }).map(text),
      fc.constantFrom(text(CODE), text('2021-12-01'), text('是'), text('省级')),
      fc.record({
        kind: fc.constantFrom('number', 'percent', 'date', 'formula', 'error'),
        text: fc.constantFrom('', '1e999', '0.1', '60%', '2021-12-01', '-5'),
      }) as fc.Arbitrary<ListCell>,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...registers.map(({ id }) => id)),
        fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { maxLength: 20 }),
        (id, rows) => {
          const { columns } = register(id);
          const head = columns.map(({ spec }) => spec.id);
          const list = read(id, [head, ...rows.map((row) => row.slice(0, head.length))]);
          const filled = rows.filter((row) =>
            row
              .slice(0, head.length)
              .some(({ kind, text: said }) => kind !== 'text' || said.trim() !== ''),
          );
          expect(list.rows.length + list.faultyRows).toBe(filled.length);
        },
      ),
    );
  });
});

describe('文件', () => {
  test('每个名单的模板：列都认得，示例行跳过', () => {
    for (const one of registers) {
      const file = readListFile(one, Buffer.from(listXlsx(listTemplate(one))), context);
      if (!file.ok) throw new Error(file.code);
      const { headings, missing, rows, faults } = file.list;
      expect(headings.map(({ column }) => column)).toEqual(one.columns.map(({ spec }) => spec.id));
      expect([missing, rows, faults]).toEqual([[], [], []]);
    }
  });

  test.each([
    ['空文件', Buffer.alloc(0), 'file-empty'],
    ['不是表格', Buffer.from('单位名称,代码'), 'file-other-kind'],
    ['损坏的', Buffer.from('PK\u0003\u0004垃圾'), 'file-broken'],
  ])('%s，说明原因', (_, bytes, code) => {
    expect(readListFile(register('dishonest'), bytes, context)).toEqual({ ok: false, code });
  });

  test('展开后极大的，不展开', () => {
    const bomb = zipOf('[Content_Types].xml', deflateRawSync(Buffer.alloc(1000)), 900_000_000);
    expect(readListFile(register('dishonest'), bomb, context)).toEqual({
      ok: false,
      code: 'file-swollen',
    });
  });
});

/** A zip of one entry that says it unpacks to `size` bytes. */
function zipOf(name: string, packed: Buffer, size: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  const local = Buffer.concat([head, Buffer.from(name), packed]);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const central = Buffer.concat([entry, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
