import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { regionsFrom } from '@fuchi/values/region';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { annexesOf } from './annex-content.ts';
import { annexIdentity, annexWorkbook } from './annex-file.ts';
import { cellFaultWords } from './annex-words.ts';
import { edited, type Put } from './edited-workbook.fixture.ts';
import { type ReadAnnex, readAnnexWorkbook } from './read-annex-workbook.ts';

const regions = regionsFrom(GUIDE.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const context = { units: new Set((GUIDE as CheckedGuide).guide.units), regions: regions.value };

function annexOf(example: keyof typeof EXAMPLES, number: number) {
  const content = contentOf(EXAMPLES[example]);
  const annex = annexesOf(content, GUIDE).find((one) => one.number === number);
  if (!annex) throw new Error(`no annex ${number}`);
  const identity = annexIdentity(content, annex);
  const bytes = annexWorkbook(content, annex);
  return {
    annex,
    identity,
    bytes,
    back: (changes: Readonly<Record<number, Readonly<Record<string, Put>>>>) =>
      readAnnexWorkbook(annex, identity, edited(bytes, changes), context),
  };
}

/** Where a column of what was confirmed stands, by its mark in the hidden first row. */
function columnOf(bytes: Uint8Array, sheet: number, mark: string): string {
  const xml = strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array());
  const [, at = ''] =
    new RegExp(`<c r="([A-Z]+)1"[^>]*>(?:(?!</c>).)*${mark}<`, 'u').exec(xml) ?? [];
  if (at === '') throw new Error(`no column ${mark}`);
  return at;
}

function taken(read: ReadAnnex) {
  if (!read.ok) throw new Error(read.code);
  return read;
}

describe('银行利息确认表读回来', () => {
  const { bytes, back, annex } = annexOf('techUpgrade', 1);
  const interest = columnOf(bytes, 2, 'confirmed:实付利息');
  const lpr = columnOf(bytes, 1, 'confirmed:适用LPR');
  const [loan, period] = [annex.tables[0]?.rows[0]?.key, annex.tables[1]?.rows[0]?.key];

  test('没有填就没有要写的', () => {
    expect(taken(back({}))).toEqual({
      ok: true,
      paper: expect.stringMatching(/^[0-9a-f]{64}$/),
      saves: [],
      rows: 0,
      added: 0,
      faults: [],
    });
  });

  test('每笔贷款、每期付息的核定数，各进各的字段', () => {
    const read = taken(back({ 1: { [`${lpr}4`]: '4.85' }, 2: { [`${interest}4`]: '30.123456' } }));
    expect(read.faults).toEqual([]);
    expect(read.rows).toBe(2);
    expect(read.saves).toEqual([
      { path: `fact/贷款/${loan}/适用LPR`, value: '4.85' },
      { path: `fact/贷款/${period}/实付利息`, value: '30.123456' },
    ]);
    expect(period).toMatch(/^[^/]+\/各期付息\/[^/]+$/);
  });

  test('公式、文字、改过的申报数：说出单元格和办法，其余的行照收', () => {
    const said = columnOf(bytes, 2, 'said:实付利息');
    const read = taken(
      back({
        2: {
          [`${interest}4`]: { formula: 'A1*2', value: 3 },
          [`${interest}5`]: '约三十万',
          [`${said}6`]: '99',
          [`${interest}7`]: 12.5,
        },
      }),
    );
    expect(read.saves.map(({ value }) => value)).toEqual(['12.5']);
    expect(read.faults.map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual([
      `各期付息 ${interest}4`,
      `各期付息 ${interest}5`,
      `各期付息 ${said}6`,
    ]);
    expect(read.faults.map((fault) => cellFaultWords(fault).message)).toEqual([
      '“实付利息”是公式，算出的数不能作准',
      expect.stringMatching(/实付利息|数字/),
      expect.stringMatching(/^这一栏印出时或者现在草稿里是“.+”$/),
    ]);
  });
});

describe('会计师事务所的清单读回来', () => {
  const { bytes, back, annex, identity } = annexOf('coreTechnology', 1);
  const amount = columnOf(bytes, 1, 'confirmed:不含税金额');
  const listed = annex.tables[0]?.rows.length ?? 0;

  test('补在下面的行成为新的一行，不占已有的名字', () => {
    const at = 3 + listed + 1;
    const cells = Object.fromEntries(
      [
        ['said:发票号码', '24322000000123456789'],
        ['said:开票日期', '2021-06-30'],
        ['confirmed:不含税金额', '12.34'],
      ].map(([mark = '', text = '']) => [`${columnOf(bytes, 1, mark)}${at}`, text]),
    );
    const read = taken(back({ 1: cells }));
    expect([read.rows, read.added, read.faults]).toEqual([1, 1, []]);
    const [row, ...fields] = read.saves;
    expect(row?.value).toEqual({ order: listed });
    expect(annex.tables[0]?.rows.map(({ key }) => `fact/项目投入发票/${key}`)).not.toContain(
      row?.path,
    );
    expect(Object.fromEntries(fields.map(({ path, value }) => [path, value]))).toEqual({
      [`${row?.path}/发票号码`]: '24322000000123456789',
      [`${row?.path}/开票日期`]: '2021-06-30',
      [`${row?.path}/不含税金额`]: '12.34',
    });
  });

  test('20位的号码按数字存，末几位已经没了：不收', () => {
    const at = 3 + listed + 1;
    const read = taken(
      back({
        1: {
          [`${columnOf(bytes, 1, 'said:发票号码')}${at}`]: Number('24322000000123456789'),
          [`${amount}${at}`]: '1',
        },
      }),
    );
    expect([read.saves, read.faults.map(({ code }) => code)]).toEqual([[], ['annex-digits-lost']]);
  });

  test('同一行出现两次、草稿里没有的行', () => {
    const twice = taken(
      back({ 1: { A5: annex.tables[0]?.rows[0]?.key ?? '', [`${amount}4`]: '1' } }),
    );
    expect(twice.faults.map(({ code, cell }) => [code, cell])).toEqual([['annex-row-twice', 'B5']]);
    const gone = taken(back({ 1: { A4: 'nobody', [`${amount}4`]: '1' } }));
    expect(gone.faults.map(({ code }) => code)).toEqual(['annex-row-gone']);
    expect(gone.saves).toEqual([]);
  });

  test('别的申报、别的表、别的指南、不是表：整份不收', () => {
    const as = (other: Partial<typeof identity>) => {
      const read = readAnnexWorkbook(annex, { ...identity, ...other }, Buffer.from(bytes), context);
      return read.ok ? 'ok' : read.code;
    };
    expect(as({})).toBe('ok');
    expect(as({ application: '9' })).toBe('annex-other-application');
    expect(as({ annex: '设备清单' })).toBe('annex-other');
    expect(as({ guide: 'f'.repeat(64) })).toBe('annex-other-guide');
    const broken = readAnnexWorkbook(annex, identity, Buffer.from('no zip'), context);
    expect(broken.ok).toBe(false);
  });
});
