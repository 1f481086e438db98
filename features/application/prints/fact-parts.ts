import type { FormBlock, FormSheet } from '@fuchi/documents/application/application-form';
import type { Domain } from '@fuchi/policy/bounds/domain';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Statement } from '@fuchi/policy/facts/given';
import { clauseWords } from '@fuchi/ui/clause-words';
import type { ReadContent } from './read-content.ts';
import { rowTables, toldColumns } from './row-tables.ts';
import { countWords, valueWords } from './value-words.ts';

/** Who says what no source is named for. */
export const APPLICANT_SAYS = '企业申报';
const FOLLOWS = '按填报推算';
const UNTOLD = '未填报';

/** What the line asks, value by value, and the lists that stand on sheets of their own. */
export interface FactParts {
  readonly blocks: readonly FormBlock[];
  readonly sheets: readonly FormSheet[];
}

/** Every fact asked, with value, unit, source and the clauses it is asked for; what only another reading asks and nobody told stays out. */
export function factParts(read: ReadContent): FactParts {
  const { uses, program, given } = read;
  const groups = [
    { title: '（一）支持条件所依据的事实', ids: uses.conditions },
    { title: '（二）补助金额所依据的事实', ids: uses.amount },
    { title: '（三）其他事实', ids: uses.rest.filter((id) => given.has(id)) },
  ];
  const told = new Set(groups.flatMap(({ ids }) => ids));
  const lists = [...told].flatMap((id) => {
    const spec = program.guide.facts[id];
    return spec?.type.kind === 'rows' && (rowsOf(read, id)?.items.length ?? 0) > 0 ? [spec] : [];
  });
  return {
    blocks: groups.flatMap(({ title, ids }): readonly FormBlock[] => {
      const rows = ids.flatMap((id) => {
        const spec = program.guide.facts[id];
        return spec ? [factRow(read, spec, lists)] : [];
      });
      return rows.length === 0 ? [] : [{ kind: 'table', title, table: { columns: HEAD, rows } }];
    }),
    sheets: lists.map((spec, i) => sheetOf(read, spec, i)),
  };
}

const HEAD = [
  { title: '申报事实', align: 'left', share: 32 },
  { title: '填报内容', align: 'left', share: 28 },
  { title: '来源', align: 'left', share: 26 },
  { title: '条款', align: 'center', share: 14 },
] as const;

function factRow(read: ReadContent, spec: FactSpec, lists: readonly FactSpec[]): readonly string[] {
  const { uses, given } = read;
  const clauses = uses.clauses.get(spec.id) ?? [];
  const statements = given.get(spec.id) ?? [];
  const [value, source] = toldWords(read, spec, statements);
  const sheet = lists.indexOf(spec);
  const below = sheet < 0 ? '' : `（见附表${sheet + 1}）`;
  return [spec.label, `${value}${below}`, source, clauses.map(clauseWords).join('、')];
}

function toldWords(
  read: ReadContent,
  spec: FactSpec,
  statements: readonly Statement[],
): readonly [value: string, source: string] {
  if (spec.type.kind === 'rows') {
    const count = countWords(rowsOf(read, spec.id), spec);
    const confirmed = read.confirmed.get(spec.id) ?? [];
    return count === '' ? [UNTOLD, ''] : [count, [APPLICANT_SAYS, ...confirmed].join('\n')];
  }
  if (statements.length === 0) {
    const follows = valueWords(read.known.get(spec.id), spec);
    return follows === '' ? [UNTOLD, ''] : [follows, FOLLOWS];
  }
  const said = statements.map((s) => [valueWords(s.domain, spec), sourceWords(s)] as const);
  return [said.map(([value]) => value).join('\n'), said.map(([, source]) => source).join('\n')];
}

function sourceWords({ source }: Statement): string {
  return source === '' ? APPLICANT_SAYS : source;
}

/** A list with what follows for its rows. */
export function rowsOf({ known }: ReadContent, id: string) {
  const domain = known.get(id);
  return domain?.kind === 'rows' ? domain : undefined;
}

function sheetOf(read: ReadContent, spec: FactSpec, index: number): FormSheet {
  const rows = rowsOf(read, spec.id);
  const told = read.given.get(spec.id)?.flatMap(({ domain }) => rowCells(domain, spec)) ?? [];
  const cells = (list: FactSpec) =>
    list.id === spec.id ? told : told.flatMap((row) => rowCells(row.get(list.id), list));
  return {
    title: `附表${index + 1}　${spec.label}（${countWords(rows, spec)}）`,
    note: '',
    tables: rows ? rowTables(spec, rows, (list) => toldColumns(list, cells(list))) : [],
  };
}

function rowCells(list: Domain | undefined, { type }: FactSpec) {
  return type.kind === 'rows' && list?.kind === 'rows'
    ? list.items.map(({ value }) => value.cells)
    : [];
}
