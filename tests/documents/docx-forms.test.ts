import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { EXAMPLE_LETTER } from '@fuchi/documents/letter/example-letter.fixture';
import { letterDocument } from '@fuchi/documents/letter/letter-document';
import { unpacked } from '@fuchi/documents/office/unpacked.fixture';
import type { Form } from '@fuchi/guide/form';
import { describe, expect, it } from 'vitest';
import { formPaper, guideForms } from './forms.fixture.ts';
import { orderFaults } from './schema-order.ts';
import { all, child, textOf, type XmlElement, xmlTree } from './xml-tree.ts';

const FORMS = await guideForms();
const HOW = ['blank', 'filled'] as const;

function parts(docx: Uint8Array): ReadonlyMap<string, XmlElement> {
  const files = [...unpacked(docx)].filter(([path]) => /\.(xml|rels)$/.test(path));
  return new Map(files.map(([path, xml]) => [path, xmlTree(xml)]));
}

function part(docx: Uint8Array, path: string): XmlElement {
  const found = parts(docx).get(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

function wordDocument(form: Form, how: (typeof HOW)[number]): XmlElement {
  return part(writeDocx(formPaper(form, how)), 'word/document.xml');
}

function attribute(element: XmlElement, path: readonly string[], name = 'w:val') {
  const found = path.reduce<XmlElement | undefined>((at, step) => at && child(at, step), element);
  return found?.attributes.get(name);
}

interface GridRow {
  readonly cells: readonly { at: number; span: number; merge: string | undefined }[];
}

function gridOf(table: XmlElement): readonly GridRow[] {
  return all(table, 'w:tr').map((row) => {
    let at = 0;
    const cells = all(row, 'w:tc').map((cell) => {
      const span = Number(attribute(cell, ['w:tcPr', 'w:gridSpan']) ?? 1);
      const placed = { at, span, merge: attribute(cell, ['w:tcPr', 'w:vMerge']) };
      at += span;
      return placed;
    });
    return { cells };
  });
}

describe.each(FORMS)('$id as docx', (form) => {
  it.each(HOW)('%s: every part is XML in the order of the schema', (how) => {
    const written = parts(writeDocx(formPaper(form, how)));
    const words = [...written].filter(([path]) => /^word\/[^_]*\.xml$/.test(path));
    expect(words.map(([path]) => path)).toContain('word/styles.xml');
    expect(words.flatMap(([, root]) => orderFaults(root))).toEqual([]);
  });

  it.each(HOW)('%s: each row fills the grid, and what goes on began above', (how) => {
    for (const table of all(wordDocument(form, how), 'w:tbl')) {
      const columns = all(table, 'w:gridCol').length;
      const grid = gridOf(table);
      grid.forEach(({ cells }, row) => {
        expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(columns);
        for (const { at, span, merge } of cells.filter((cell) => cell.merge === 'continue')) {
          const above = grid[row - 1]?.cells.find((cell) => cell.at === at && cell.span === span);
          expect(['restart', 'continue'], `row ${row}, column ${at}: ${merge}`).toContain(
            above?.merge,
          );
        }
      });
    }
  });

  it.each(HOW)('%s: no row is cut, and the head of the indicators stands again', (how) => {
    const tables = all(wordDocument(form, how), 'w:tbl');
    const rows = tables.flatMap((table) => all(table, 'w:tr'));
    expect(rows.filter((row) => all(row, 'w:cantSplit').length !== 1)).toEqual([]);
    const heads = tables.slice(1).map((table) => all(table, 'w:tblHeader').length);
    expect(heads).toEqual([1, ...form.pagesBefore.map(() => 1)]);
  });

  it('blank: its cells say what the annex prints, each label once, and nothing else', () => {
    const said = all(wordDocument(form, 'blank'), 'w:tc').map(textOf);
    expect(said.filter((text) => text !== '').sort()).toEqual([...printedCells(form)].sort());
  });

  it('the same content gives the same bytes, without a date', () => {
    const [first, second] = [0, 1].map(() => writeDocx(formPaper(form, 'filled')));
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
    const core = textOf(part(first ?? new Uint8Array(), 'docProps/core.xml'));
    expect(core).toBe(`${form.title.join('')}（${form.year}）zh-CN`);
  });
});

/** What the cells of the printed form say, and again what it repeats where it goes on on a new page. */
function printedCells(form: Form): readonly string[] {
  const starts = form.pagesBefore.map((p) => p.text);
  const box = form.grouping?.boxes ? '□' : '';
  const levels = form.levels.flatMap(({ name, parts: twos }) => {
    const cut = twos.filter((two, i) => i > 0 && starts.includes(two.name));
    return [
      name,
      ...cut.map(() => name),
      ...twos.flatMap((two) => [two.name, ...rowsOf(two, box)]),
    ];
  });
  const heads = [form.common, ...form.headings];
  return [
    ...form.header.flat().map(({ name }) => name),
    ...[...form.goals, form.own],
    ...[heads, ...starts.map(() => heads)].flat(),
    ...levels,
  ];
}

function rowsOf(two: Form['levels'][number]['parts'][number], box: string): readonly string[] {
  return two.groups.flatMap(({ name, indicators }) => [
    ...(name === '' || indicators.every((i) => i.wide) ? [] : [`${name}${box}`]),
    ...indicators.flatMap(({ label, repeated, measures }) => {
      const [only, ...others] = measures;
      const options = others.length === 0 ? (only?.options ?? []) : [];
      const rows = Array.from({ length: repeated }, (_, i) => `${label} 0${i + 1}`);
      return [
        ...(repeated === 0 ? [label] : [...rows, '……']),
        ...(options.length > 0 ? [`（${options.join('、')}）`] : []),
      ];
    }),
  ]);
}

describe('docx', () => {
  it('an element in the wrong place, and one nobody looked up, is found', () => {
    const cell = '<w:tc><w:tcPr><w:vAlign w:val="top"/><w:tcW w:w="9"/></w:tcPr><w:p/></w:tc>';
    expect(orderFaults(xmlTree(cell))).toEqual(['w:tcPr: w:vAlign, w:tcW']);
    expect(orderFaults(xmlTree('<w:tr><w:tblPr/></w:tr>'))).toEqual(['w:tr holds w:tblPr']);
    expect(() => xmlTree('<w:p><w:r></w:p></w:r>')).toThrow();
  });

  it('a foot names form, version and digest, has a QR code and counts pages', () => {
    const [form] = FORMS;
    if (!form) throw new Error('no form');
    const docx = writeDocx(formPaper(form, 'blank'));
    const foot = part(docx, 'word/footer-odd.xml');
    expect(textOf(foot)).toMatch(/附件1-1　2022年度　指南数据版本 1\.0\.0校验码( ?[0-9a-f]{4}){4}/);
    expect(all(foot, 'w:fldSimple').map((f) => f.attributes.get('w:instr')?.trim())).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
    const [picture] = all(foot, 'a:blip').map((blip) => blip.attributes.get('r:embed'));
    const [relation] = all(part(docx, 'word/_rels/footer-odd.xml.rels'), 'Relationship');
    expect(relation?.attributes.get('Id')).toBe(picture);
    expect([...unpacked(docx).keys()]).toContain(`word/${relation?.attributes.get('Target')}`);
  });

  it('a letter has its parts in the order of GB/T 9704', () => {
    const docx = writeDocx(letterDocument(EXAMPLE_LETTER));
    const body = part(docx, 'word/document.xml');
    expect([...parts(docx).values()].flatMap(wordFaults)).toEqual([]);
    const styles = all(body, 'w:pStyle').map((style) => style.attributes.get('w:val') ?? '');
    expect(styles.filter((style, i) => style !== styles[i - 1])).toEqual([
      ...['issuer-mark', 'document-number', 'caption', 'title', 'recipient', 'body', 'heading-1'],
      ...['body', 'heading-1', 'heading-2', 'body', 'heading-2', 'body', 'heading-1', 'body'],
      ...['attachment', 'signature', 'annotation', 'imprint'],
    ]);
    expect(textOf(body)).toContain('示工信综合〔2022〕000号');
    expect([...parts(docx).keys()]).toContain('word/footer-even.xml');
    expect(textOf(part(docx, 'word/footer-even.xml'))).toBe('— 1 —');
  });
});

function wordFaults(root: XmlElement): readonly string[] {
  return root.name.startsWith('w:') ? orderFaults(root) : [];
}
