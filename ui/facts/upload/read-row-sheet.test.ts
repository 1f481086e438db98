import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { rowTemplate } from '@fuchi/documents/list/row-template';
import { openWorkbook } from '@fuchi/documents/workbook/open-workbook';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readRowSheet } from './read-row-sheet.ts';
import { templateOf } from './save-template.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('the guide is missing');
const regions = regionsFrom(loaded.checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const context = { units: new Set(loaded.checked.guide.units), regions: regions.value };
const columns = loaded.checked.facts['项目投入发票']?.columns ?? [];

/** A sheet of texts. */
function sheet(heads: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  return listXlsx({ title: '发票', columns: heads.map((title) => ({ title, width: 20 })), rows });
}

/** The same with a cell's XML in place of what stands there. */
function withCell(bytes: Uint8Array, at: string, xml: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const text = strFromU8(parts[path] ?? new Uint8Array());
  const changed = text.replace(new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, 'u'), xml);
  if (changed === text) throw new Error(`no cell ${at}`);
  return zipSync({ ...parts, [path]: strToU8(changed) });
}

const HEADS = ['发票号码', '开票日期', '不含税金额（万元）', '投入类别'];
const GOOD = [
  ['22322000000012345678', '2021/3/1', '12.5', '设备'],
  ['22322000000012345679', '2021年4月2日', '1,300', '软件'],
];

function read(bytes: Uint8Array) {
  const answer = readRowSheet(bytes, columns, context);
  if (!answer.ok) throw new Error(answer.says);
  return answer.sheet;
}

test('按列名对应，日期改成统一写法，行号是文件里的行号', () => {
  expect(read(sheet(HEADS, GOOD))).toEqual({
    rows: [
      {
        row: 2,
        cells: {
          发票号码: '22322000000012345678',
          开票日期: '2021-03-01',
          不含税金额: '12.5',
          投入类别: '设备',
        },
      },
      {
        row: 3,
        cells: {
          发票号码: '22322000000012345679',
          开票日期: '2021-04-02',
          不含税金额: '1,300',
          投入类别: '软件',
        },
      },
    ],
    faults: [],
    unknown: [],
    left: 0,
    totals: [],
  });
});

test('有问题的单元格按地址说出来，同一行的几处一次说完，其余各行照取', () => {
  const bad = ['22322000000012345680', '2021-13-01', '十万', '设备'];
  const { rows, faults, left } = read(sheet(HEADS, [...GOOD, bad]));
  expect(rows.map(({ row }) => row)).toEqual([2, 3]);
  expect(left).toBe(1);
  expect(faults.map(({ at, says }) => `${at} ${/“(.+?)”/u.exec(says)?.[1]}`)).toEqual([
    'B4 开票日期',
    'C4 不含税金额',
  ]);
  for (const { says } of faults) expect(says).toMatch(/：.+。$/u);
});

test('表上方的标题不妨碍；不认识的和重复的列说出来，不取', () => {
  const heads = ['发票清单', '', '', ''];
  const rows = [
    [...HEADS.slice(0, 2), '备注', '发票号码'],
    ['22322000000012345678', '2021-03-01', '内部', '1'],
  ];
  const found = read(sheet(heads, rows));
  expect(found.unknown).toEqual(['备注', '发票号码']);
  expect(found.rows).toEqual([
    { row: 3, cells: { 发票号码: '22322000000012345678', 开票日期: '2021-03-01' } },
  ]);
});

test('合计行不取，不然金额算两遍', () => {
  const found = read(sheet(HEADS, [...GOOD, ['合 计', '', '1312.5', '']]));
  expect(found.rows).toHaveLength(2);
  expect([found.totals, found.faults, found.left]).toEqual([[4], [], 0]);
});

test('公式、错误值、存不全的长数字不取', () => {
  const whole = sheet(HEADS, GOOD);
  const formula = withCell(whole, 'C2', '<c r="C2"><f>1+2</f><v>3</v></c>');
  const error = withCell(formula, 'D2', '<c r="D2" t="e"><v>#N/A</v></c>');
  const long = withCell(error, 'A3', '<c r="A3"><v>22322000000012300000</v></c>');
  const { rows, faults } = read(long);
  expect(rows).toEqual([]);
  expect(faults.map(({ at, says }) => `${at} ${says.split('，')[0]}`)).toEqual([
    'C2 “不含税金额”是公式',
    'D2 “投入类别”是错误值',
    'A3 “发票号码”超过15位的数字',
  ]);
});

test('列名里写的是元，就按元取', () => {
  const bytes = sheet(['发票号码', '不含税金额（元）'], [['22322000000012345678', '0']]);
  const number = withCell(bytes, 'B2', '<c r="B2"><v>125000</v></c>');
  expect(read(number).rows[0]?.cells['不含税金额']).toBe('125000元');
  // A cell formatted as text counts alike.
  const text = sheet(['发票号码', '不含税金额（元）'], [['22322000000012345678', '125000']]);
  expect(read(text).rows[0]?.cells['不含税金额']).toBe('125000元');
  const other = sheet(['发票号码', '不含税金额（元）'], [['22322000000012345678', '3万元']]);
  expect(read(other).faults.map(({ at }) => at)).toEqual(['B2']);
});

test('表上方写着单位：元的，按元取；括号里的负数是红字', () => {
  const rows = [
    ['发票号码', '不含税金额'],
    ['22322000000012345678', '(1,250.00)'],
  ];
  const found = read(sheet(['设备发票清单', '单位：元'], rows));
  expect(found.rows[0]?.cells['不含税金额']).toBe('-1,250.00元');
});

test.each([
  ['不是表格', strToU8('发票号码,金额'), /不是 Excel 文件/u],
  ['没有列名', sheet(['甲', '乙', '丙'], GOOD), /没有找到写着列名的一行/u],
  [
    '行太多',
    sheet(
      HEADS,
      Array.from({ length: 2001 }, () => GOOD[0] ?? []),
    ),
    /最多上传2000行/u,
  ],
])('整个文件不读：%s', (_, bytes, says) => {
  const answer = readRowSheet(bytes, columns, context);
  expect(answer.ok ? '' : answer.says).toMatch(says);
});

test('模板的列名都认得，选项在不显示的工作表里', () => {
  const template = templateOf('项目投入发票', columns);
  const bytes = rowTemplate(template);
  const workbook = openWorkbook(bytes);
  expect(workbook.sheets).toEqual(['项目投入发票', '选项']);
  expect([...workbook.cells('选项').values()].map(({ text }) => text)).toEqual(
    columns.find(({ id }) => id === '投入类别')?.options,
  );
  const xml = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
  expect(xml).toContain('name="选项" sheetId="2" state="hidden"');
  const empty = read(bytes);
  expect(empty).toEqual({ rows: [], faults: [], unknown: [], left: 0, totals: [] });
  expect(rowTemplate(template)).toEqual(bytes);
});

test('写进表里的金额，一分不差地读回来', () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (amounts) => {
      const rows = amounts.map((cent, i) => [
        `2232200000001234${String(i).padStart(4, '0')}`,
        `${cent < 0 ? '-' : ''}${Math.trunc(Math.abs(cent) / 100)}.${String(Math.abs(cent) % 100).padStart(2, '0')}`,
      ]);
      const found = read(sheet(['发票号码', '不含税金额'], rows));
      expect(found.rows.map(({ cells }) => [cells['发票号码'], cells['不含税金额']])).toEqual(rows);
    }),
    { numRuns: 30 },
  );
});
