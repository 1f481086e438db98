import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { unpacked } from '@fuchi/documents/office/unpacked.fixture';
import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import { addressText } from '@fuchi/forms/field-address';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import { MAP_SHEET, readMapLines } from '@fuchi/forms/sheet-map';
import { sheetRows } from '@fuchi/forms/sheet-rows';
import type { Form } from '@fuchi/guide/form';
import { describe, expect, it } from 'vitest';
import { GUIDE_VERSION, guideForms } from './forms.fixture.ts';
import { orderFaults } from './schema-order.ts';
import { all, child, textOf, type XmlElement, xmlTree } from './xml-tree.ts';

const FORMS = await guideForms();

class Workbook {
  private readonly files: ReadonlyMap<string, string>;
  readonly sheet: XmlElement;
  readonly map: XmlElement;
  readonly book: XmlElement;
  readonly styles: XmlElement;

  constructor(xlsx: Uint8Array) {
    this.files = unpacked(xlsx);
    this.book = this.part('xl/workbook.xml');
    this.sheet = this.part('xl/worksheets/sheet1.xml');
    this.map = this.part('xl/worksheets/sheet2.xml');
    this.styles = this.part('xl/styles.xml');
  }

  text(address: string): string {
    return textOf(this.cell(address));
  }

  isLocked(address: string): boolean {
    const formats = all(child(this.styles, 'cellXfs') ?? this.styles, 'xf');
    const format = formats[Number(this.cell(address).attributes.get('s'))];
    const protection = format && child(format, 'protection');
    return protection?.attributes.get('locked') !== '0';
  }

  cell(address: string): XmlElement {
    const found = all(this.sheet, 'c').find((c) => c.attributes.get('r') === address);
    if (!found) throw new Error(`no cell ${address}`);
    return found;
  }

  /** Name → the cell it stands for: fuchi_1 → D5. */
  names(): ReadonlyMap<string, string> {
    const names = all(this.book, 'definedName').map((name): [string, string] => [
      name.attributes.get('name') ?? '',
      textOf(name).replace(/^.*!/u, '').replaceAll('$', ''),
    ]);
    return new Map(names.filter(([name]) => name.startsWith('fuchi_')));
  }

  private part(path: string): XmlElement {
    const xml = this.files.get(path);
    if (xml === undefined) throw new Error(`no ${path}`);
    return xmlTree(xml);
  }
}

function workbook(form: Form, filling: Filling): Workbook {
  return new Workbook(writeXlsx(form, filling, GUIDE_VERSION));
}

describe.each(FORMS)('$id as xlsx', (form) => {
  const filling = filledForm(form);
  const book = workbook(form, filling);

  it('every part is XML in the order of the schema', () => {
    for (const root of [book.book, book.sheet, book.map, book.styles]) {
      expect(orderFaults(root)).toEqual([]);
    }
  });

  it('the hidden sheet says which form it is and which cell is which field', () => {
    const lines = all(book.map, 'row').map((row) => all(row, 'c').map(textOf));
    const map = readMapLines(lines);
    const { id, version, digest } = GUIDE_VERSION;
    expect(map?.identity).toEqual({ guide: id, version, digest, year: form.year, form: form.id });
    const sheets = all(book.book, 'sheet').map((sheet) => sheet.attributes);
    expect(sheets.map((s) => [s.get('name'), s.get('state')])).toEqual([
      [`附件${form.id}`, undefined],
      [MAP_SHEET, 'veryHidden'],
    ]);
    const names = book.names();
    const told = [...(map?.addresses ?? [])].map(([name, address]) => {
      const cell = names.get(name) ?? '';
      return [address, book.text(cell), book.isLocked(cell)];
    });
    const asked = sheetRows(form, filling).flatMap((row) =>
      row.cells.map((cell) => [addressText(cell.address), cell.text, false]),
    );
    expect(told).toEqual(asked);
  });

  it('only what is filled in is unlocked, and the sheet is protected without a password', () => {
    const open = all(book.sheet, 'c').filter((c) => !book.isLocked(c.attributes.get('r') ?? ''));
    const merged = all(book.sheet, 'mergeCell').map((m) => m.attributes.get('ref') ?? '');
    const inputs = [...book.names().values()];
    const places = inputs.map((at) => merged.find((ref) => ref.startsWith(`${at}:`)) ?? at);
    const covered = places.reduce((sum, place) => sum + sizeOf(place), 0);
    expect(open.length).toBe(covered);
    const [protection] = all(book.sheet, 'sheetProtection');
    expect(protection?.attributes.get('sheet')).toBe('1');
    expect(protection?.attributes.has('password')).toBe(false);
  });

  it('no two merged cells overlap', () => {
    const cells = all(book.sheet, 'mergeCell').flatMap((m) =>
      cellsOf(m.attributes.get('ref') ?? ''),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('printed choices are a list to choose from', () => {
    const lists = all(book.sheet, 'dataValidation').filter(
      (v) => v.attributes.get('type') === 'list',
    );
    const choices = sheetRows(form, filling)
      .flatMap((row) => row.cells)
      .filter((cell) => cell.choices.length > 0)
      .map((cell) => `"${cell.choices.join(',')}"`);
    expect(lists.map(textOf)).toEqual(choices);
  });

  it('the same filling gives the same bytes', () => {
    const again = [0, 1].map(() =>
      Buffer.from(writeXlsx(form, blankFilling(form.id), GUIDE_VERSION)),
    );
    expect(again[0]?.equals(again[1] ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('xlsx', () => {
  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '_x0041_', 'a\r\nb', '<&">', '=HYPERLINK("x")'])(
    '%j stays the text it is',
    (text) => {
      const [form] = FORMS;
      if (!form) throw new Error('no form');
      const book = workbook(form, { ...blankFilling(form.id), header: { 项目名称: text } });
      const cell = book.cell(book.names().get('fuchi_1') ?? '');
      expect(cell.attributes.get('t')).toBe('inlineStr');
      expect(decoded(textOf(cell))).toBe(text);
      expect(all(book.sheet, 'f')).toEqual([]);
    },
  );
});

/** As a spreadsheet program reads a text (ST_Xstring). */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function cellsOf(range: string): readonly string[] {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  const cells: string[] = [];
  for (let row = Number(top); row <= Number(bottom); row += 1) {
    for (let column = columnOf(left); column <= columnOf(right); column += 1) {
      cells.push(`${column}/${row}`);
    }
  }
  return cells;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0);
}

function sizeOf(place: string): number {
  return place.includes(':') ? cellsOf(place).length : 1;
}
