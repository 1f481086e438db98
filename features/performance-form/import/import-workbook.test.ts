import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { formDocument } from '@fuchi/documents/form/form-document';
import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import { blankFilling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importSentence } from './import-sentence.ts';
import { identityOf, importWorkbook } from './import-workbook.ts';
import { type Otherwise, otherWorkbook } from './upload.fixture.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { guide } = loaded.checked;
const form = formOf('1-8');
const here = identityOf(guide, form);
const GOOD = writeXlsx(form, filledForm(form), guide);

function formOf(id: string): Form {
  const found = guide.forms.find((f) => f.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
}

const read = (bytes: Uint8Array) => importWorkbook(form, here, bytes);

/** The one sentence with which a file is refused. */
function refusal(bytes: Uint8Array): string {
  const imported = read(bytes);
  if (imported.ok) return 'taken';
  return importSentence(imported.code, imported.facts).message;
}

function other(differs: Otherwise, identity = here) {
  return otherWorkbook(form, identity, differs);
}

/** What came of a workbook's cells: the figure of 项目总投入, and the faults by cell. */
function outcome(differs: Otherwise) {
  const imported = read(other(differs));
  if (!imported.ok) throw new Error(imported.code);
  return {
    value: imported.filling.targets['项目总投入']?.[0]?.value ?? '',
    faults: imported.faults.map(({ cell, code }) => `${cell} ${code}`),
  };
}

const ROW = '/targets/项目总投入/0/value';

describe('a file of something else is refused by name', () => {
  const file = (differs: Partial<typeof here>) => refusal(other({}, { ...here, ...differs }));
  test('form, year, guide, version, content', () => {
    expect(refusal(writeXlsx(formOf('1-2'), blankFilling('1-2'), guide))).toBe(
      '文件是附件1-2，这里要的是附件1-8',
    );
    expect(file({ year: '2023年度' })).toBe('文件是2023年度的申报表，这里是2022年度');
    expect(file({ guide: 'zhejiang-2022' })).toBe(
      '文件是指南“zhejiang-2022”的申报表，这里是“jiangsu-2022”',
    );
    expect(file({ version: '0.0.1' })).toMatch(/^文件所依据的指南数据是版本0\.0\.1，现在是版本/);
    expect(file({ digest: 'other' })).toMatch(/^文件所依据的指南数据与现在的不同/);
  });
  test('one of nobody’s', () => {
    expect(refusal(other({ unnamed: true }))).toBe('这个 Excel 文件不是从本系统下载的申报表');
  });
});

describe('what isn’t a workbook, or a hostile one, ends in one clear sentence', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const ole = (name: string) =>
    Buffer.concat([Buffer.from(OLE), Buffer.alloc(504), Buffer.from(name, 'utf16le')]);
  const swollen = Buffer.from(GOOD);
  const names = Array.from({ length: 300 }, (_, i) => ({
    path: `xl/media/${i}.png`,
    type: '',
    content: 'x',
    relations: [],
  }));
  const hundredThousand = Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 1000}"/>`).join(
    '',
  );
  const filledRows = Array.from(
    { length: 100_000 },
    (_, i) =>
      `<row r="${i + 1000}"><c r="B${i + 1000}" t="inlineStr"><is><t>填了的一格，第${i}行</t></is></c></row>`,
  ).join('');
  const vba = { path: 'xl/vbaProject.bin', type: '', content: 'x', relations: [] };
  const doctype = '<!DOCTYPE a [<!ENTITY b "c">]>';

  test.each([
    ['空文件', Buffer.alloc(0), '文件是空的'],
    ['文字', Buffer.from('项目名称,值'), '这不是 Excel 文件（.xlsx）'],
    ['网页改名', Buffer.from('<html><table></table></html>'), '这不是 Excel 文件（.xlsx）'],
    [
      'Word 改名',
      writeDocx(formDocument(form, blankFilling('1-8'), guide)),
      '这是 Word 或 PPT 文件，不是 Excel 文件（.xlsx）',
    ],
    ['加密', ole('EncryptedPackage'), '文件加了密码，读不出来'],
    ['旧版', ole('Workbook'), '这是旧版 Excel 文件（.xls）'],
    [
      '宏的类型',
      other({ type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
      '文件里有宏，不接收',
    ],
    ['宏改名', other({ parts: [vba] }), '文件里有宏，不接收'],
    [
      '二进制工作簿',
      other({ type: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
      '文件里有宏，不接收',
    ],
    ['截断', GOOD.slice(0, GOOD.length - 400), '文件不完整或已经损坏'],
    ['头上截断', GOOD.slice(100), '这不是 Excel 文件（.xlsx）'],
    ['炸弹', other({ rows: `<row>${' '.repeat(60_000_000)}</row>` }), '文件展开后太大，不接收'],
    [
      '分开的炸弹',
      other({
        rows: ' '.repeat(7_900_000),
        styles: ' '.repeat(7_900_000),
        strings: `${' '.repeat(7_900_000)}`,
        cells: { [ROW]: '<c @ t="s"><v>0</v></c>' },
      }),
      '文件展开后太大，不接收',
    ],
    ['太大', Buffer.concat([GOOD, Buffer.alloc(2_000_000)]), '文件太大'],
    ['谎报大小', lying(swollen), '文件不完整或已经损坏'],
    ['太多文件', other({ parts: names }), '文件展开后太大，不接收'],
    ['十万空行', other({ rows: hundredThousand }), '表格的行数太多，不是申报表'],
    ['十万满行', other({ rows: filledRows }), '文件展开后太大，不接收'],
    [
      '实体',
      other({
        parts: [
          { path: 'xl/worksheets/sheet1.xml', type: 't', content: `${doctype}<a/>`, relations: [] },
        ],
      }),
      '文件不完整或已经损坏',
    ],
    [
      '深嵌套',
      other({ rows: `${'<a>'.repeat(500)}${'</a>'.repeat(500)}` }),
      '文件不完整或已经损坏',
    ],
    ['不成 XML', other({ rows: '<row><c>' }), '文件不完整或已经损坏'],
  ])('%s', (_, bytes, sentence) => expect(refusal(bytes)).toBe(sentence));
});

describe('cells', () => {
  const of = (xml: string, more: Otherwise = {}) => outcome({ ...more, cells: { [ROW]: xml } });
  const at = /^B\d+ /;

  test.each([
    [
      'a shared string',
      '<c @ t="s"><v>1</v></c>',
      '3000',
      {
        strings: '<si><t>甲</t></si><si><r><t>30</t></r><r><t>00</t></r><rPh><t>音</t></rPh></si>',
      },
    ],
    [
      'an inline string',
      '<c @ t="inlineStr"><is><t xml:space="preserve"> 3000 </t></is></c>',
      ' 3000 ',
      {},
    ],
    ['a number', '<c @><v>3000.1</v></c>', '3000.1', {}],
    ['a number as doubles are saved', '<c @><v>1.1000000000000001</v></c>', '1.1', {}],
    ['a large number', '<c @><v>1.5E+21</v></c>', '1500000000000000000000', {}],
    ['a small number', '<c @><v>1E-7</v></c>', '0.0000001', {}],
    ['a word', '<c @ t="str"><v>三千</v></c>', '三千', {}],
    ['yes', '<c @ t="b"><v>1</v></c>', 'TRUE', {}],
    [
      'a percentage in a row of money',
      '<c @ s="1"><v>0.985</v></c>',
      '98.5%',
      { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>' },
    ],
    [
      'a date',
      '<c @ s="0"><v>44636</v></c>',
      '2022-03-16',
      {
        styles:
          '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>',
      },
    ],
    [
      'another program’s prefix',
      '<c @ t="inlineStr"><is><t>_x0033__x005F_x0033_</t></is></c>',
      '3_x0033_',
      {},
    ],
  ])('%s is what the person saw', (_, xml, value, more) => {
    expect(of(xml, more)).toEqual({ value, faults: [] });
  });

  test.each([
    ['a formula, whatever it was worked out to', '<c @><f>1+1</f><v>3000</v></c>', 'cell-formula'],
    ['a formula of text', '<c @ t="str"><f>"a"</f><v>3000</v></c>', 'cell-formula'],
    ['a part of a shared formula', '<c @><f t="shared" si="0"/><v>3000</v></c>', 'cell-formula'],
    ['an error', '<c @ t="e"><v>#N/A</v></c>', 'cell-error'],
    ['a number that is none', '<c @><v>0x10</v></c>', 'cell-error'],
  ])('%s isn’t taken', (_, xml, code) => {
    const { value, faults } = of(xml);
    expect(value).toBe('');
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^B\\d+ ${code}$`))]);
  });

  test('a cell that one formula fills with others is a formula too', () => {
    const rows = '<row r="900"><c r="A900"><f t="array" ref="A1:C900">X</f><v>1</v></c></row>';
    const { value, faults } = of('<c @><v>3000</v></c>', { rows });
    expect(value).toBe('');
    expect(faults.filter((f) => at.test(f))).toEqual([expect.stringContaining('cell-formula')]);
  });

  test('a share in a cell of percentages is the figure, and a date of the header a day', () => {
    const styles = '<cellXfs><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs>';
    const imported = read(
      other({
        styles,
        cells: {
          '/targets/项目完成及时率/0/value': '<c @ s="0"><v>0.28999999999999998</v></c>',
          '/header/项目开始时间': '<c @ s="1"><v>44636</v></c>',
        },
      }),
    );
    if (!imported.ok) throw new Error(imported.code);
    expect(imported.filling.targets['项目完成及时率']?.[0]?.value).toBe('29');
    expect(imported.filling.header['项目开始时间']).toBe('2022-03-16');
  });

  test('good rows are kept beside bad ones: deleted, outside, unknown', () => {
    const imported = read(
      other({
        cells: {
          [ROW]: '<c @><v>3000</v></c>',
          '/kinds/地址溯源': '<c @ t="inlineStr"><is><t>也许</t></is></c>',
        },
        names: { fuchi_1: '#REF!', fuchi_2: '表!#REF!' },
        rows: '<row r="999"><c r="D999" t="inlineStr"><is><t>加的一行</t></is></c></row>',
      }),
    );
    if (!imported.ok) throw new Error(imported.code);
    expect(imported.filling.targets['项目总投入']?.[0]?.value).toBe('3000');
    expect(imported.faults.map((f) => [f.cell.replace(/\d+/, ''), f.code])).toEqual([
      ['', 'cell-lost'],
      ['', 'cell-lost'],
      ['B', 'tick-unknown'],
      ['D', 'cell-outside'],
    ]);
    expect(imported.faults.map((f) => importSentence(f.code, f.facts).message)).toContain(
      '“加的一行”不在填写的格子里，没有读入',
    );
  });
});

test('whatever is done to a file, it ends in a sentence or in a filling', () => {
  const files = [
    Buffer.from(GOOD),
    Buffer.from(other({ cells: { [ROW]: '<c @><v>3000</v></c>' } })),
  ];
  const spoilt = fc.record({
    file: fc.constantFrom(...files),
    edits: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
    cut: fc.option(fc.nat(), { nil: undefined }),
  });
  const seen = new Set<string>();
  fc.assert(
    fc.property(spoilt, ({ file, edits, cut }) => {
      const bytes = Buffer.from(file);
      for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
      const imported = read(cut === undefined ? bytes : bytes.subarray(0, cut % bytes.length));
      if (imported.ok) {
        seen.add('filling');
        for (const { code, facts } of imported.faults)
          expect(importSentence(code, facts).message).not.toBe('');
      } else {
        seen.add(imported.code);
        expect(importSentence(imported.code, imported.facts).message).not.toBe('');
      }
    }),
    { numRuns: 300, seed: 20220316 },
  );
  // It went both ways: the spoiling spoils, and not everything.
  expect([...seen]).toEqual(expect.arrayContaining(['filling', 'file-broken']));
});

/** The first entry says it is one byte long. */
function lying(bytes: Buffer): Uint8Array {
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(1, at + 24);
  return bytes;
}

test('a file that is read leaves nothing behind: nothing that reads it knows the disk', () => {
  const folders = ['../../../packages/documents/workbook', '.'].map((f) =>
    join(import.meta.dirname, f),
  );
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  expect(sources.length).toBeGreaterThan(10);
  const imported = sources.flatMap((text) => [...text.matchAll(/from '(node:[^']+)'/gu)]);
  expect(imported.map((match) => match[1])).toEqual([]);
});
