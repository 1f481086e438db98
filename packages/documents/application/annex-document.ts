import { type OfficialDocument, paragraph } from '../document.ts';
import { type AnnexTable, confirmedTitle } from './annex-table.ts';
import { BLANK_DATE } from './application-form.ts';
import { shownDigest } from './page-code.ts';
import { type Pair, pairTable } from './pair-table.ts';
import { pageTextWidth, WIDE_PAGE } from './print-furniture.ts';
import { type TextTable, textTables } from './text-table.ts';

/** 附表: what a bank or an auditor is asked to confirm, ready to be sealed by them. */
export interface Annex {
  /** 省级金融机构利息确认表 */
  readonly title: string;
  /** Of which fund, line and application. */
  readonly pairs: readonly Pair[];
  readonly tables: readonly AnnexTable[];
  /** Who confirms it. */
  readonly issuer: string;
  readonly note: string;
  /** The application's number in the system. */
  readonly application: string;
  /** Counts the line's annexes from 1. */
  readonly number: number;
  /** Of what is printed, hexadecimal. */
  readonly digest: string;
}

/**
 * An annex on lying pages: whose it is, its tables with an empty column beside each figure that is confirmed, who
 * seals it. The foot's code tells which rows were printed.
 * @example writeDocx(annexDocument(annex))
 */
export function annexDocument(annex: Annex): OfficialDocument {
  const { title, pairs, tables, issuer, note, application, number, digest } = annex;
  const width = pageTextWidth(WIDE_PAGE);
  return {
    layout: 'report',
    language: 'zh-CN',
    title,
    page: WIDE_PAGE,
    furniture: {
      head: '',
      foot: {
        version: `${title}　申报号${application}`,
        digest: shownDigest(digest),
        code: `FUCHI-ANNEX/${application}/${number}/${digest.slice(0, 12).toUpperCase()}`,
      },
      pageNumber: 'of-total',
    },
    blocks: [
      paragraph('title', title),
      pairTable(pairs, width),
      ...tables.flatMap((table) => [
        paragraph('heading-2', table.name),
        ...textTables(printed(table), width),
      ]),
      { ...paragraph('note', note), keepWithNext: true },
      {
        kind: 'stamp-place',
        lines: [`${issuer}（盖章）`, '经办人（签字）：　　　　　　复核人（签字）：　　　　　　'],
        date: BLANK_DATE,
      },
    ],
  };
}

/** Rows that somebody may add on paper. */
const EMPTY_ROWS = 3;

function printed({ columns, rows, total, addsRows }: AnnexTable): TextTable {
  const beside = (texts: readonly string[]) =>
    columns.flatMap(({ confirmed }, i) => [texts[i] ?? '', ...(confirmed ? [''] : [])]);
  const empty = addsRows ? Array.from({ length: EMPTY_ROWS }, () => ['', ...beside([])]) : [];
  return {
    columns: [
      { title: '序号', align: 'center', names: true },
      ...columns.flatMap(({ title, align, confirmed }, i) => [
        { title, align, ...(i === 0 ? { names: true } : {}) },
        ...(confirmed ? [{ title: confirmedTitle(title), align }] : []),
      ]),
    ],
    rows: [...rows.map(({ number, cells }) => [number, ...beside(cells)]), ...empty],
    ...(total ? { total: ['合计', ...beside(total)] } : {}),
  };
}
