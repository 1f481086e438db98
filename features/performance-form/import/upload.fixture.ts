import { openPackage, type Part } from '@fuchi/documents/office/open-package';
import { addressText } from '@fuchi/forms/field-address';
import { blankFilling } from '@fuchi/forms/filling';
import { cellName, mapLines, type SheetIdentity } from '@fuchi/forms/sheet-map';
import { sheetRows } from '@fuchi/forms/sheet-rows';
import type { Form } from '@fuchi/guide/form';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts of a workbook that a test may write otherwise. */
export interface Otherwise {
  /** Address of a field → the XML of its cell, `@` standing for where it is. */
  readonly cells?: Readonly<Record<string, string>>;
  /** More rows below the fields. */
  readonly rows?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly type?: string;
  /** Without the sheet that says what the file is. */
  readonly unnamed?: boolean;
  readonly parts?: readonly Part[];
  /** Defined name → place, instead of its own. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A workbook of a form as another program might write it: no styles unless given, each field in column B. */
export function otherWorkbook(form: Form, identity: SheetIdentity, with_: Otherwise): Uint8Array {
  const addresses = sheetRows(form, blankFilling(form.id))
    .flatMap((row) => row.cells)
    .map((cell) => cell.address);
  const rows = addresses.flatMap((address, i) => {
    const cell = with_.cells?.[addressText(address)];
    return cell === undefined
      ? []
      : [`<row r="${i + 1}">${cell.replace('@', `r="B${i + 1}"`)}</row>`];
  });
  const names = addresses.map((_, i) => {
    const name = cellName(i);
    return `<definedName name="${name}">${with_.names?.[name] ?? `表!$B$${i + 1}`}</definedName>`;
  });
  const lines = (with_.unnamed ? [] : mapLines(identity, addresses)).map(
    ([a, b], i) => `<row r="${i + 1}">${inline(`A${i + 1}`, a)}${inline(`B${i + 1}`, b)}</row>`,
  );
  const part = (
    path: string,
    type: string,
    root: string,
    inner: string,
    relations: Part['relations'] = [],
  ) => ({
    path,
    type,
    content: `${HEAD}<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${inner}</${root}>`,
    relations,
  });
  const sheet = (n: number, inner: string) =>
    part(
      `xl/worksheets/sheet${n}.xml`,
      `${TYPE}.worksheet+xml`,
      'worksheet',
      `<sheetData>${inner}</sheetData>`,
    );
  const optional = [
    ...(with_.strings === undefined
      ? []
      : [part('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`, 'sst', with_.strings)]),
    ...(with_.styles === undefined
      ? []
      : [part('xl/styles.xml', `${TYPE}.styles+xml`, 'styleSheet', with_.styles)]),
  ];
  const main = part(
    'xl/workbook.xml',
    with_.type ?? `${TYPE}.sheet.main+xml`,
    'workbook',
    `<sheets><sheet name="表" sheetId="1" r:id="r1"/><sheet name="扶持" sheetId="2" r:id="r2"/></sheets><definedNames>${names.join('')}</definedNames>`,
    [
      { id: 'r1', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'r2', kind: 'worksheet', target: '/xl/worksheets/sheet2.xml' },
      { id: 'r3', kind: 'sharedStrings', target: 'sharedStrings.xml' },
      { id: 'r4', kind: 'styles', target: 'styles.xml' },
    ],
  );
  return openPackage(
    [
      main,
      sheet(1, `${rows.join('')}${with_.rows ?? ''}`),
      sheet(2, lines.join('')),
      ...optional,
      ...(with_.parts ?? []),
    ],
    { title: '表', language: 'zh-CN' },
  );
}

function inline(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
