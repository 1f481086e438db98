import type { XmlElement } from './xml-tree.ts';

/**
 * What each element of our Office files may hold, in the order of its sequence in the schemas (ECMA-376 part 4,
 * transitional: wml.xsd, sml.xsd). Only elements that the writers use; another one is a fault too, so that whoever adds
 * one looks its place up.
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'w:document': ['w:body'],
  'w:pPr': [
    ...['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:pBdr', 'w:spacing'],
    ...['w:ind', 'w:jc', 'w:outlineLvl', 'w:rPr'],
  ],
  'w:rPr': ['w:rFonts', 'w:b', 'w:color', 'w:sz', 'w:szCs', 'w:u', 'w:lang'],
  'w:pBdr': ['w:bottom'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tblPr': [...['w:tblpPr', 'w:tblW', 'w:jc', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar']],
  'w:tblBorders': ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tblCellMar': ['w:top', 'w:left', 'w:bottom', 'w:right'],
  'w:tblGrid': ['w:gridCol'],
  'w:tr': ['w:trPr', 'w:tc'],
  'w:trPr': ['w:cantSplit', 'w:trHeight', 'w:tblHeader'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:textDirection', 'w:vAlign'],
  'w:tcBorders': ['w:top', 'w:bottom'],
  'w:drawing': ['wp:inline'],
  'wp:inline': ['wp:extent', 'wp:docPr', 'a:graphic'],
  'a:graphic': ['a:graphicData'],
  'a:graphicData': ['pic:pic'],
  'pic:pic': ['pic:nvPicPr', 'pic:blipFill', 'pic:spPr'],
  'pic:nvPicPr': ['pic:cNvPr', 'pic:cNvPicPr'],
  'pic:blipFill': ['a:blip', 'a:stretch'],
  'a:stretch': ['a:fillRect'],
  'pic:spPr': ['a:xfrm', 'a:prstGeom'],
  'a:xfrm': ['a:off', 'a:ext'],
  'a:prstGeom': ['a:avLst'],
  'w:sectPr': ['w:headerReference', 'w:footerReference', 'w:pgSz', 'w:pgMar'],
  'w:styles': ['w:docDefaults', 'w:style'],
  'w:docDefaults': ['w:rPrDefault', 'w:pPrDefault'],
  'w:rPrDefault': ['w:rPr'],
  'w:style': ['w:name', 'w:basedOn', 'w:qFormat', 'w:pPr', 'w:rPr'],
  'w:settings': ['w:evenAndOddHeaders', 'w:compat', 'w:themeFontLang'],
  'w:compat': ['w:compatSetting'],
  'w:fonts': ['w:font'],
  'w:font': ['w:altName', 'w:charset', 'w:family'],
  workbook: ['bookViews', 'sheets', 'definedNames'],
  bookViews: ['workbookView'],
  sheets: ['sheet'],
  definedNames: ['definedName'],
  worksheet: [
    ...['sheetPr', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection'],
    ...['mergeCells', 'dataValidations', 'printOptions', 'pageMargins', 'pageSetup'],
    'headerFooter',
  ],
  sheetPr: ['pageSetUpPr'],
  sheetViews: ['sheetView'],
  cols: ['col'],
  sheetData: ['row'],
  row: ['c'],
  c: ['is'],
  is: ['t'],
  mergeCells: ['mergeCell'],
  dataValidations: ['dataValidation'],
  dataValidation: ['formula1'],
  headerFooter: ['oddFooter'],
  styleSheet: ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles'],
  fonts: ['font'],
  font: ['sz', 'name', 'charset'],
  fills: ['fill'],
  fill: ['patternFill'],
  patternFill: ['fgColor'],
  borders: ['border'],
  border: ['left', 'right', 'top', 'bottom', 'diagonal'],
  cellStyleXfs: ['xf'],
  cellXfs: ['xf'],
  xf: ['alignment', 'protection'],
  cellStyles: ['cellStyle'],
  ...Object.fromEntries(['left', 'right', 'top', 'bottom'].map((edge) => [edge, ['color']])),
};
/** Elements whose children come in any order; the last of some is fixed. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'w:body': ['w:p', 'w:tbl', 'w:sectPr'],
  'w:ftr': ['w:p', 'w:tbl'],
  'w:hdr': ['w:p'],
  'w:p': ['w:pPr', 'w:r', 'w:fldSimple'],
  'w:fldSimple': ['w:r'],
  'w:r': ['w:rPr', 'w:t', 'w:br', 'w:tab', 'w:drawing'],
};
const TEXTS = new Set(['w:t', 't', 'formula1', 'definedName', 'oddFooter']);

/** Where an element stands that may not stand there; empty where the order is the schema's. */
export function orderFaults(element: XmlElement): readonly string[] {
  const { name, children } = element;
  const names = children.map((child) => child.name);
  const own = faultsOf(name, names);
  return [...own, ...children.flatMap(orderFaults)];
}

function faultsOf(name: string, names: readonly string[]): readonly string[] {
  if (name === '#text') return [];
  const sequence = SEQUENCES[name];
  const choice = CHOICES[name];
  const allowed = sequence ?? choice ?? (TEXTS.has(name) ? ['#text'] : []);
  const strange = names.filter((each) => !allowed.includes(each));
  if (strange.length > 0) return [`${name} holds ${strange.join(', ')}`];
  if (sequence) {
    const places = names.map((each) => sequence.indexOf(each));
    if (places.some((place, i) => place < (places[i - 1] ?? 0))) {
      return [`${name}: ${names.join(', ')}`];
    }
  }
  const properties = names.findIndex((each) => each === 'w:pPr' || each === 'w:rPr');
  if (choice && properties > 0) return [`${name}: properties come first`];
  if (name === 'w:tc' && names.at(-1) !== 'w:p') return ['w:tc ends without a paragraph'];
  if (name === 'w:body' && names.at(-1) !== 'w:sectPr') return ['w:body ends without w:sectPr'];
  if (name === 'w:body' && names.at(-2) !== 'w:p') return ['w:body: no paragraph after a table'];
  return [];
}
