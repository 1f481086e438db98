import {
  type Block,
  type OfficialDocument,
  type Paragraph,
  paragraph,
} from '@fuchi/documents/document';
import { type Cell, label, type Row, type Table, value } from '@fuchi/documents/table';
import type { Run } from '@fuchi/documents/text-run';
import type { ReportBlock, ReportCell, ReportContent, ReportTable } from './report-blocks.ts';

const MARGINS = { top: 22, right: 22, bottom: 22, left: 22 };
/** Millimetres: a narrow column holds a verdict or a clause, a figure's column an interval. */
const WIDTHS = { whole: 166, narrow: 24, figure: 32 };
const ROW = 7;
/** Characters that need no more room than a column's least. */
const SHORT_TEXT = 12;
const STAMP = { label: 30, text: 136 };

/**
 * 政策匹配自测报告 as a document for Word or PDF: the same texts in the same order as the page.
 * @example writeDocx(reportDocument(reportContent({ guide, regions, answers, madeOn: '2022-04-30' })))
 */
export function reportDocument(content: ReportContent): OfficialDocument {
  const { title, stamp, remark, notes, sections } = content;
  return {
    layout: 'report',
    language: 'zh-CN',
    title,
    page: { orientation: 'portrait', margins: MARGINS },
    furniture: { head: `${title}（仅供参考）`, foot: undefined, pageNumber: 'of-total' },
    blocks: [
      paragraph('title', title),
      stampTable(stamp),
      paragraph('note', remark),
      ...notes.map((note) => paragraph('note', note)),
      ...sections.flatMap(({ heading, blocks, parts }): readonly Block[] => [
        paragraph('heading-1', heading),
        ...blocks.map(blockOf),
        ...parts.flatMap((part) => [
          paragraph('heading-2', part.heading),
          ...part.blocks.map(blockOf),
        ]),
      ]),
    ],
  };
}

function stampTable(stamp: ReportContent['stamp']): Table {
  const rows = stamp.map(
    (entry): Row => ({
      cells: [label(entry.label), value(entry.text)],
      minHeight: ROW,
      startsPage: false,
    }),
  );
  const columns = [STAMP.label, STAMP.text];
  return { kind: 'table', columns, headerRows: 0, joined: false, rows };
}

function blockOf(block: ReportBlock): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block);
  const lead: readonly Run[] = block.lead === '' ? [] : [{ text: block.lead, bold: true }];
  return { kind: 'paragraph', style: 'note', runs: [...lead, { text: block.text }] };
}

function tableOf({ columns, rows }: ReportTable): Table {
  const kinds = columns.map(({ kind }) => kind);
  const head = columns.map(({ title }) => label(title, { heading: true }));
  const body = rows.map((cells) => cells.map((cell, i) => cellOf(cell, kinds[i] ?? 'text')));
  return {
    kind: 'table',
    columns: widthsOf(columns, rows),
    headerRows: 1,
    joined: false,
    rows: [head, ...body].map((cells): Row => ({ cells, minHeight: ROW, startsPage: false })),
  };
}

/** Texts share what narrow columns and figures leave, by how long the longest of each is. */
function widthsOf(columns: ReportTable['columns'], rows: ReportTable['rows']): readonly number[] {
  const weights = columns.map(({ kind }, i) =>
    kind === 'text' ? weightOf(rows.map((cells) => cells[i])) : 0,
  );
  const fixed = columns.reduce((sum, { kind }) => sum + (kind === 'text' ? 0 : WIDTHS[kind]), 0);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return columns.map(({ kind }, i) =>
    kind === 'text' ? ((WIDTHS.whole - fixed) * (weights[i] ?? 0)) / whole : WIDTHS[kind],
  );
}

/** From 1 to 3: a column of a few words isn't squeezed, and one of sentences doesn't take all. */
function weightOf(cells: readonly (ReportCell | undefined)[]): number {
  const longest = Math.max(
    0,
    ...cells.flatMap((cell) => [
      cell?.text.length ?? 0,
      ...(cell?.below.map(({ text }) => text.length) ?? []),
    ]),
  );
  return Math.min(3, Math.max(1, longest / SHORT_TEXT));
}

function cellOf({ text, below }: ReportCell, kind: ReportTable['columns'][number]['kind']): Cell {
  const lines = [
    [{ text }],
    ...below.map((line): readonly Run[] => [{ text: line.text, bold: line.kind === 'gap' }]),
  ];
  const align = { text: 'left', narrow: 'center', figure: 'right' } as const;
  return value('', { lines, align: align[kind] });
}
